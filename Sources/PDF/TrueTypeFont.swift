/// A TrueType font (ISO/IEC 14496-22 with `glyf` outlines), as far as a PDF needs it: which glyph a letter has, how
/// wide it is, and the font with some of its glyphs only.
///
/// ```swift
/// let font = try TrueTypeFont(bytes)
/// let width = font.width(of: "Kowalczyk-Łuć", size: 11)
/// ```
public struct TrueTypeFont: Sendable {
    let tables: TrueTypeTables
    let unitsPerEm: Int
    let ascent: Int
    let descent: Int
    let box: [Int]
    let glyphCount: Int
    let hasLongOffsets: Bool
    private let metricCount: Int
    private let characters: [UInt32: UInt16]

    /// Reads a font.
    /// - Throws: ``PDFError`` when it is damaged, or of another kind.
    public init(_ bytes: [UInt8]) throws(PDFError) {
        tables = try TrueTypeTables(bytes)
        let head = try tables.table("head")
        let hhea = try tables.table("hhea")
        unitsPerEm = try head.word(18)
        box = [try head.short(36), try head.short(38), try head.short(40), try head.short(42)]
        hasLongOffsets = try head.short(50) != 0
        ascent = try hhea.short(4)
        descent = try hhea.short(6)
        metricCount = try hhea.word(34)
        glyphCount = try tables.table("maxp").word(4)
        guard unitsPerEm > 0, metricCount > 0, metricCount <= glyphCount else { throw TrueTypeTables.damaged }
        characters = try TrueTypeCharacters(tables.table("cmap")).glyphs
    }

    /// The glyph of a letter; 0, an empty box, for letters that the font lacks.
    package func glyph(of scalar: UnicodeScalar) -> Int { Int(characters[scalar.value] ?? 0) }

    /// The width of a glyph and the room to its left, in units of the font.
    func metrics(of glyph: Int) throws(PDFError) -> (width: Int, left: Int) {
        let hmtx = try tables.table("hmtx")
        if glyph < metricCount { return (try hmtx.word(glyph * 4), try hmtx.short(glyph * 4 + 2)) }
        return (
            try hmtx.word((metricCount - 1) * 4), try hmtx.short(metricCount * 4 + (glyph - metricCount) * 2)
        )
    }

    /// The width of a glyph in units of the font; 0 where the font does not tell.
    func width(of glyph: Int) -> Int { (try? metrics(of: glyph))?.width ?? 0 }

    /// The width of a text.
    public func width(of text: String, size: Double) -> Double {
        let units = text.unicodeScalars.reduce(0) { $0 + width(of: glyph(of: $1)) }
        return Double(units) * size / Double(unitsPerEm)
    }

    /// The outline of a glyph, as the font has it.
    func outline(of glyph: Int) throws(PDFError) -> ArraySlice<UInt8> {
        let loca = try tables.table("loca")
        let glyf = try tables.table("glyf")
        let (start, end): (Int, Int) =
            hasLongOffsets
            ? (try loca.long(glyph * 4), try loca.long(glyph * 4 + 4))
            : (try loca.word(glyph * 2) * 2, try loca.word(glyph * 2 + 2) * 2)
        return try glyf.bytes(start, end)
    }
}
