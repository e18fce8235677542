/// A page of A4 while it is drawn: its content, and which pieces of it are which in the structure.
///
/// Places are in points from the upper left corner.
struct PDFPage {
    /// A piece of the content that stands for something in the structure.
    struct Piece {
        /// The kind in PDF's structure, such as `H1`, `P` or `Figure`.
        let kind: String
        /// What it shows, for those who don't see it.
        let alternative: String?
        /// Where it is, as far as a figure tells it: left, lower, right and upper edge.
        let box: [Double]?
        /// Where a link leads.
        let link: String?
    }

    static let width = 595.28
    static let height = 841.89

    private(set) var content = "/Artifact BMC\n"
    private(set) var pieces: [Piece] = []

    /// Begins a page; what is drawn outside of pieces is decoration.
    init() {}

    /// The content with its end.
    var bytes: [UInt8] { Array((content + "EMC\n").utf8) }

    /// Draws a piece of the structure.
    mutating func piece(
        _ kind: String, alternative: String? = nil, box: [Double]? = nil, link: String? = nil,
        _ draw: (inout PDFPage) -> Void
    ) {
        content += "EMC\n/\(kind) << /MCID \(pieces.count) >> BDC\n"
        pieces.append(Piece(kind: kind, alternative: alternative, box: box, link: link))
        draw(&self)
        content += "EMC\n/Artifact BMC\n"
    }

    /// Draws a line of text.
    mutating func text(
        _ text: String, in font: inout PDFFont, size: Double, x: Double, baseline: Double, gray: Double = 0
    ) {
        content +=
            "BT /\(font.name) \(number(size)) Tf \(number(gray)) g \(number(x)) \(number(Self.height - baseline)) Td"
        content += " \(font.show(text)) Tj ET\n"
    }

    /// Draws a thin line across.
    mutating func rule(x: Double, y: Double, width: Double) {
        let height = number(Self.height - y)
        content += "0.5 w 0.75 G \(number(x)) \(height) m \(number(x + width)) \(height) l S\n"
    }

    /// Draws the picture of a badge.
    mutating func badge(_ artwork: BadgeArtwork, x: Double, y: Double, size: Double) {
        let scale = size / BadgeArtwork.size
        content += "q \(number(scale)) 0 0 \(number(-scale)) \(number(x)) \(number(Self.height - y)) cm 1 J 1 j\n"
        for shape in artwork.shapes {
            let color = [shape.color.red, shape.color.green, shape.color.blue].map { number($0 / 255) }
                .joined(separator: " ")
            let points = shape.points.count == 1 ? shape.points + shape.points : shape.points
            let path = points.enumerated().map { "\(number($1.x)) \(number($1.y)) \($0 == 0 ? "m" : "l")" }
            content += "\(color) rg \(color) RG \(number(shape.width)) w \(path.joined(separator: " "))"
            content += shape.isFilled ? " b\n" : " S\n"
        }
        content += "Q\n"
    }

    /// Draws a QR code; its border is the paper.
    mutating func code(_ code: QRCode, x: Double, y: Double, size: Double) {
        let module = size / Double(code.size)
        content += "q 0 g\n"
        for run in code.runs {
            let (left, lower) = (x + Double(run.column) * module, Self.height - y - Double(run.row + 1) * module)
            // Drawn a little too large, so that no light shows between the rows.
            let (width, height) = (Double(run.length) * module + 0.02, module + 0.02)
            content += "\(number(left)) \(number(lower - 0.02)) \(number(width)) \(number(height)) re\n"
        }
        content += "f Q\n"
    }

    private func number(_ value: Double) -> String { PDFObjects.number(value) }
}
