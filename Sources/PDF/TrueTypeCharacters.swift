/// Which glyph each letter of a font has: its `cmap`, in the formats 4 and 12 that fonts for Unicode have.
struct TrueTypeCharacters {
    /// Glyphs by code point.
    private(set) var glyphs: [UInt32: UInt16] = [:]

    init(_ table: TrueTypeTables.Table) throws(PDFError) {
        for index in 0..<(try table.word(2)) {
            let platform = try table.word(4 + index * 8)
            let encoding = try table.word(6 + index * 8)
            // Unicode, by the Unicode Consortium's platform or Microsoft's.
            guard platform == 0 && encoding != 5 || platform == 3 && [1, 10].contains(encoding) else { continue }
            let start = try table.long(8 + index * 8)
            switch try table.word(start) {
            case 4: try readSegments(table, start)
            case 12: try readGroups(table, start)
            default: break
            }
        }
        guard !glyphs.isEmpty else { throw TrueTypeTables.damaged }
    }

    private mutating func readSegments(_ table: TrueTypeTables.Table, _ start: Int) throws(PDFError) {
        let length = try table.word(start + 6)
        let (ends, starts) = (start + 14, start + 16 + length)
        let (deltas, ranges) = (starts + length, starts + 2 * length)
        for segment in stride(from: 0, to: length, by: 2) {
            let (first, last) = (try table.word(starts + segment), try table.word(ends + segment))
            let (delta, range) = (try table.word(deltas + segment), try table.word(ranges + segment))
            guard first <= last, last < 0xFFFF else { continue }
            for code in first...last {
                var glyph = code
                if range != 0 {
                    glyph = try table.word(ranges + segment + range + (code - first) * 2)
                    if glyph == 0 { continue }
                }
                glyphs[UInt32(code)] = UInt16(truncatingIfNeeded: glyph + delta)
            }
        }
    }

    private mutating func readGroups(_ table: TrueTypeTables.Table, _ start: Int) throws(PDFError) {
        for group in 0..<(try table.long(start + 12)) {
            let place = start + 16 + group * 12
            let (first, last) = (try table.long(place), try table.long(place + 4))
            let glyph = try table.long(place + 8)
            guard first <= last, last <= 0x10FFFF else { throw TrueTypeTables.damaged }
            for code in first...last { glyphs[UInt32(code)] = UInt16(truncatingIfNeeded: glyph + code - first) }
        }
    }
}
