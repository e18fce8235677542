/// The picture of a badge: a hexagon with the code of the competence above steps, of which those reached are gold.
///
/// Drawn from the same shapes as SVG and as PNG, and made to be read at 64 pixels.
///
/// ```swift
/// let artwork = BadgeArtwork(code: "B3", level: 2, levels: 4, title: "Mediation, level 2 of 4")
/// let png = try artwork.png(size: 512)
/// ```
public struct BadgeArtwork: Hashable, Sendable {
    /// The competence's code.
    public var code: String
    /// The level reached.
    public var level: Int
    /// How many levels there are.
    public var levels: Int
    /// What the picture shows, for those who don't see it.
    public var title: String

    /// The most steps that can be told apart.
    static let maximumSteps = 12
    /// Width and height of the drawing.
    static let size = 128.0

    /// Describes a picture.
    public init(code: String, level: Int, levels: Int, title: String) {
        self.code = code
        self.level = level
        self.levels = levels
        self.title = title
    }

    /// The shapes, each upon the ones before.
    var shapes: [BadgeShape] {
        let base = Self.colors[Int(code.utf8.first ?? 0) % Self.colors.count]
        let frame = Self.hexagon(radius: 51)
        return [
            BadgeShape(points: Self.hexagon(radius: 56), isFilled: true, width: 10, color: base),
            BadgeShape(points: frame + frame.prefix(1), isFilled: false, width: 2, color: base.lighter(0.55)),
        ] + letters + steps(base)
    }

    private var letters: [BadgeShape] {
        let (strokes, width) = BadgeGlyphs.strokes(of: String(code.prefix(10)))
        let unit = min(32 / BadgeGlyphs.height, 58 / max(width, 1))
        let origin = BadgePoint(64 - width * unit / 2, 47 - BadgeGlyphs.height * unit / 2)
        return strokes.map { stroke in
            BadgeShape(
                points: stroke.map { BadgePoint(origin.x + $0.x * unit, origin.y + $0.y * unit) }, isFilled: false,
                width: unit * 1.2, color: BadgeColor(0xFFFFFF))
        }
    }

    private func steps(_ base: BadgeColor) -> [BadgeShape] {
        let count = min(max(levels, 1), Self.maximumSteps)
        let reached = levels <= count ? level : level * count / levels
        let gap = count > 6 ? 2.0 : 3.5
        let width = (48 - gap * Double(count - 1)) / Double(count)
        return (0..<count).map { step in
            let left = 40 + Double(step) * (width + gap)
            let top = 95 - 7 - 15 * Double(step + 1) / Double(count)
            return BadgeShape(
                points: [(left, top), (left + width, top), (left + width, 95), (left, 95)].map(BadgePoint.init),
                isFilled: true, width: 1, color: step < reached ? BadgeColor(0xFFC940) : base.lighter(0.3))
        }
    }

    private static func hexagon(radius: Double) -> [BadgePoint] {
        let half = radius * 0.8660254037844386
        return [
            BadgePoint(64, 64 - radius), BadgePoint(64 + half, 64 - radius / 2), BadgePoint(64 + half, 64 + radius / 2),
            BadgePoint(64, 64 + radius), BadgePoint(64 - half, 64 + radius / 2), BadgePoint(64 - half, 64 - radius / 2),
        ]
    }

    /// Dark colours, on which white can be read; one for each area of competences by its letter.
    static let colors = [0x1B4F72, 0x14532D, 0x5B2C6F, 0x7B241C, 0x6E3B0A, 0x1F2A44, 0x0F4C4C].map(BadgeColor.init)
}
