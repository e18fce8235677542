#if canImport(Glibc)
    internal import Glibc
#endif

/// The geometry of a radar chart: target levels of one or more profiles in every competence.
struct Radar {
    /// A line of equal level.
    struct Ring {
        let points: String
        let label: String
        let y: String
    }

    /// A competence.
    struct Axis {
        let x: String
        let y: String
        let label: String
        let labelX: String
        let labelY: String
    }

    /// The background of every other area.
    struct Sector {
        let points: String
    }

    /// A profile.
    struct Series {
        let style: String
        let points: String
        /// The marks at its targets, of a form of its own, so that colour alone tells nothing.
        let marks: String
    }

    /// A profile's levels to be drawn, in the order of the axes; nil where it has no target.
    struct Values {
        let name: String
        let levels: [Int?]
    }

    static let levels = 4
    private static let centre = 240.0
    private static let radius = 184.0

    let rings: [Ring]
    let axes: [Axis]
    let sectors: [Sector]
    let series: [Series]
    let title: String
    let summary: String

    /// - Parameter areas: The codes of the competences, area by area.
    /// - Returns: nil for fewer than three axes, which span no plane.
    init?(areas: [[String]], series values: [Values]) {
        let labels = areas.flatMap { $0 }
        guard labels.count >= 3 else { return nil }
        let count = labels.count
        func all(_ radius: Double) -> String {
            (0..<count).map { Self.point($0, of: count, radius) }.joined(separator: " ")
        }
        rings = (1...Self.levels).map { level in
            let radius = Self.radius * Double(level) / Double(Self.levels)
            return Ring(points: all(radius), label: "\(level)", y: Self.text(Self.centre - radius))
        }
        axes = labels.enumerated().map { index, label in
            let end = Self.position(index, of: count, Self.radius)
            let place = Self.position(index, of: count, Self.radius + 26)
            return Axis(
                x: Self.text(end.x), y: Self.text(end.y), label: label, labelX: Self.text(place.x),
                labelY: Self.text(place.y))
        }
        var first = 0
        var sectors: [Sector] = []
        for (number, area) in areas.enumerated() where !area.isEmpty {
            if number.isMultiple(of: 2) {
                let edges = (0...area.count).map { Double(first + $0) - 0.5 }
                let points = edges.map { Self.point($0, of: count, Self.radius) }
                let centre = Self.text(Self.centre)
                sectors.append(Sector(points: "\(centre),\(centre) " + points.joined(separator: " ")))
            }
            first += area.count
        }
        self.sectors = sectors
        series = values.enumerated().map { number, value in
            let radii = value.levels.map { Self.radius * Double($0 ?? 0) / Double(Self.levels) }
            return Series(
                style: "s\(number % Self.marks.count + 1)",
                points: radii.enumerated().map { Self.point($0, of: count, $1) }.joined(separator: " "),
                marks: radii.enumerated().filter { value.levels[$0.offset] != nil }.map { index, radius in
                    Self.mark(number, at: Self.position(index, of: count, radius))
                }.joined())
        }
        title = "Target levels of " + values.map(\.name).joined(separator: " and ")
        summary = values.map { Self.summary($0, labels) }.joined(separator: " ")
    }

    /// A profile's targets in words, from the highest level down.
    private static func summary(_ values: Values, _ labels: [String]) -> String {
        let parts = (1...levels).reversed().compactMap { level -> String? in
            let codes = zip(labels, values.levels).filter { $0.1 == level }.map(\.0)
            return codes.isEmpty ? nil : "level \(level) in \(codes.joined(separator: ", "))"
        }
        let without = zip(labels, values.levels).filter { $0.1 == nil }.map(\.0)
        let rest = without.isEmpty ? [] : ["no target in \(without.joined(separator: ", "))"]
        return "\(values.name): \((parts + rest).joined(separator: "; "))."
    }

    // MARK: - Geometry

    private static func position(_ index: Double, of count: Int, _ radius: Double) -> (x: Double, y: Double) {
        let angle = 2 * Double.pi * index / Double(count) - Double.pi / 2
        return (centre + radius * cos(angle), centre + radius * sin(angle))
    }

    private static func position(_ index: Int, of count: Int, _ radius: Double) -> (x: Double, y: Double) {
        position(Double(index), of: count, radius)
    }

    private static func point(_ index: Double, of count: Int, _ radius: Double) -> String {
        let place = position(index, of: count, radius)
        return "\(text(place.x)),\(text(place.y))"
    }

    private static func point(_ index: Int, of count: Int, _ radius: Double) -> String {
        point(Double(index), of: count, radius)
    }

    /// Outlines of a circle, a square, a triangle and a diamond around 0,0.
    static let marks: [String] = [
        "m-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0z", "m-4.5,-4.5h9v9h-9z", "m0,-6l5.5,10h-11z",
        "m0,-6l6,6l-6,6l-6,-6z",
    ]

    private static func mark(_ number: Int, at place: (x: Double, y: Double)) -> String {
        "M\(text(place.x)),\(text(place.y))" + marks[number % marks.count]
    }

    /// A coordinate with one decimal.
    private static func text(_ value: Double) -> String {
        let tenths = (value * 10).rounded()
        return tenths.truncatingRemainder(dividingBy: 10) == 0 ? "\(Int(tenths / 10))" : "\(tenths / 10)"
    }
}
