/// A page of A4 while it is drawn: its content, and which pieces of it are which in the structure.
///
/// Places are in points from the upper left corner.
package struct PDFPage {
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
        /// What it is within, from the outermost: a cell in a row in a table.
        let groups: [Group]
    }

    /// Something in the structure that has pieces within, perhaps on several pages.
    package struct Group: Hashable, Sendable {
        /// The kind in PDF's structure, such as `Table` or `TR`.
        let kind: String
        /// Tells it from others.
        let id: Int
    }

    package static let width = 595.28
    package static let height = 841.89

    private(set) var content = "/Artifact BMC\n"
    private(set) var pieces: [Piece] = []

    /// Begins a page; what is drawn outside of pieces is decoration.
    init() {}

    /// The content with its end.
    var bytes: [UInt8] { Array((content + "EMC\n").utf8) }

    /// Draws a piece of the structure.
    mutating func piece(
        _ kind: String, alternative: String? = nil, box: [Double]? = nil, link: String? = nil,
        within groups: [Group] = [],
        _ draw: (inout PDFPage) -> Void
    ) {
        content += "EMC\n/\(kind) << /MCID \(pieces.count) >> BDC\n"
        pieces.append(Piece(kind: kind, alternative: alternative, box: box, link: link, groups: groups))
        draw(&self)
        content += "EMC\n/Artifact BMC\n"
    }

    /// Draws a line of text.
    package mutating func text(
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

    /// Draws by operators of content streams; their places are in points from the lower left corner.
    package mutating func draw(_ operators: String) { content += operators }

    private func number(_ value: Double) -> String { PDFObjects.number(value) }
}
