/// The strokes of letters and digits on a grid of four by six, for codes that are drawn without a font.
enum BadgeGlyphs {
    /// A letter's strokes, each a line through points; a single point is a dot.
    typealias Glyph = [[BadgePoint]]

    /// The height of the letters.
    static let height = 6.0
    /// The space between letters.
    private static let spacing = 1.7

    /// The strokes of a text, and its width; characters without a letter of their own are question marks.
    static func strokes(of text: String) -> (strokes: Glyph, width: Double) {
        var strokes: Glyph = []
        var pen = 0.0
        for character in text.uppercased() {
            let glyph = glyphs[character] ?? unknown
            let points = glyph.joined().map(\.x)
            let (left, right) = (points.min() ?? 0, points.max() ?? 0)
            strokes += glyph.map { $0.map { BadgePoint($0.x - left + pen, $0.y) } }
            pen += right - left + spacing
        }
        return (strokes, max(0, pen - spacing))
    }

    private static func glyph(_ text: String) -> Glyph {
        text.split(separator: "|").map { stroke in
            stroke.split(separator: " ").map { point in
                let numbers = point.split(separator: ",").compactMap { Double($0) }
                return BadgePoint(numbers.first ?? 0, numbers.last ?? 0)
            }
        }
    }

    private static let unknown = glyph("0,1 1,0 3,0 4,1 4,2 2,3.5 2,4|2,6")

    private static let glyphs: [Character: Glyph] = [
        "A": "0,6 0,2 2,0 4,2 4,6|0,4 4,4", "B": "0,3 3,3 4,4 4,5 3,6 0,6 0,0 3,0 4,1 4,2 3,3",
        "C": "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5", "D": "0,0 2.5,0 4,1.5 4,4.5 2.5,6 0,6 0,0",
        "E": "4,0 0,0 0,6 4,6|0,3 3,3", "F": "4,0 0,0 0,6|0,3 3,3",
        "G": "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,3 2,3", "H": "0,0 0,6|4,0 4,6|0,3 4,3",
        "I": "1,0 3,0|2,0 2,6|1,6 3,6", "J": "4,0 4,5 3,6 1,6 0,5", "K": "0,0 0,6|4,0 0,3 4,6", "L": "0,0 0,6 4,6",
        "M": "0,6 0,0 2,3 4,0 4,6", "N": "0,6 0,0 4,6 4,0", "O": "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0",
        "P": "0,6 0,0 3,0 4,1 4,2 3,3 0,3", "Q": "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0|2.5,4.5 4,6",
        "R": "0,6 0,0 3,0 4,1 4,2 3,3 0,3|2,3 4,6", "S": "4,1 3,0 1,0 0,1 0,2 1,3 3,3 4,4 4,5 3,6 1,6 0,5",
        "T": "0,0 4,0|2,0 2,6", "U": "0,0 0,5 1,6 3,6 4,5 4,0", "V": "0,0 2,6 4,0", "W": "0,0 1,6 2,3 3,6 4,0",
        "X": "0,0 4,6|4,0 0,6", "Y": "0,0 2,3 4,0|2,3 2,6", "Z": "0,0 4,0 0,6 4,6",
        "0": "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0", "1": "1,1 2,0 2,6|1,6 3,6", "2": "0,1 1,0 3,0 4,1 4,2 0,6 4,6",
        "3": "0,0 4,0 2,2.5 3,2.5 4,3.5 4,5 3,6 1,6 0,5", "4": "3,6 3,0 0,4 4,4",
        "5": "4,0 0,0 0,2.5 3,2.5 4,3.5 4,5 3,6 1,6 0,5", "6": "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,4 3,3 0,3",
        "7": "0,0 4,0 1.5,6", "8": "1,3 0,2 0,1 1,0 3,0 4,1 4,2 3,3 1,3 0,4 0,5 1,6 3,6 4,5 4,4 3,3",
        "9": "0,5 1,6 3,6 4,5 4,1 3,0 1,0 0,1 0,2 1,3 4,3", ".": "0,6", "-": "0,3 2.5,3", "/": "0,6 3,0",
    ].mapValues(glyph)
}
