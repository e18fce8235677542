/// A font with some glyphs only, numbered anew from 0, as PDF embeds it.
struct TrueTypeSubset {
    /// The glyphs' numbers in the whole font, by their number here.
    private(set) var glyphs: [Int] = [0]
    private var numbers: [Int: Int] = [0: 0]
    private let font: TrueTypeFont

    init(of font: TrueTypeFont) {
        self.font = font
    }

    /// The number here of a glyph, which is added if it is not among them.
    mutating func number(of glyph: Int) -> Int {
        if let number = numbers[glyph] { return number }
        numbers[glyph] = glyphs.count
        glyphs.append(glyph)
        return glyphs.count - 1
    }

    /// The font file, with the glyphs that those are composed of.
    func file() throws(PDFError) -> [UInt8] {
        var subset = self
        var outlines: [[UInt8]] = []
        // Parts are added at the end while outlines are read.
        while outlines.count < subset.glyphs.count {
            outlines.append(try subset.renumbered(font.outline(of: subset.glyphs[outlines.count])))
        }
        var loca: [UInt8] = Self.bigEndian(0)
        var glyf: [UInt8] = []
        var hmtx: [UInt8] = []
        for (index, outline) in outlines.enumerated() {
            glyf += outline + [UInt8](repeating: 0, count: (4 - outline.count % 4) % 4)
            loca += Self.bigEndian(UInt32(glyf.count))
            let (width, left) = try font.metrics(of: subset.glyphs[index])
            hmtx += Self.word(width) + Self.word(left)
        }
        var tables: [(String, [UInt8])] = []
        for tag in ["cvt ", "fpgm"] {
            if let table = font.tables.tableIfAny(tag) { tables.append((tag, Array(table.content))) }
        }
        tables.append(("glyf", glyf))
        tables.append(("head", Self.replacing(Array(try font.tables.table("head").content), 50, Self.word(1))))
        tables.append(
            ("hhea", Self.replacing(Array(try font.tables.table("hhea").content), 34, Self.word(outlines.count))))
        tables.append(("hmtx", hmtx))
        tables.append(("loca", loca))
        tables.append(
            ("maxp", Self.replacing(Array(try font.tables.table("maxp").content), 4, Self.word(outlines.count))))
        if let prep = font.tables.tableIfAny("prep") { tables.append(("prep", Array(prep.content))) }
        return Self.file(tables)
    }

    /// An outline whose parts, if it is composed of others, have their numbers here.
    private mutating func renumbered(_ outline: ArraySlice<UInt8>) throws(PDFError) -> [UInt8] {
        var bytes = Array(outline)
        let table = TrueTypeTables.Table(content: outline)
        guard !bytes.isEmpty, try table.short(0) < 0 else { return bytes }
        var place = 10
        while true {
            let flags = try table.word(place)
            let part = Self.word(number(of: try table.word(place + 2)))
            bytes.replaceSubrange((place + 2)..<(place + 4), with: part)
            place += flags & 0x0001 != 0 ? 8 : 6
            if flags & 0x0008 != 0 {
                place += 2
            } else if flags & 0x0040 != 0 {
                place += 4
            } else if flags & 0x0080 != 0 {
                place += 8
            }
            if flags & 0x0020 == 0 { return bytes }
        }
    }

    private static func replacing(_ bytes: [UInt8], _ offset: Int, _ part: [UInt8]) -> [UInt8] {
        var bytes = bytes
        if offset + part.count <= bytes.count { bytes.replaceSubrange(offset..<(offset + part.count), with: part) }
        return bytes
    }

    private static func word(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
    }

    /// A font file of tables, which are in the order of their tags.
    private static func file(_ tables: [(String, [UInt8])]) -> [UInt8] {
        let power = tables.count.bitWidth - 1 - tables.count.leadingZeroBitCount
        var bytes = Self.bigEndian(0x0001_0000)
        for value in [tables.count, 16 << power, power, 16 * tables.count - 16 << power] { bytes += word(value) }
        var offset = 12 + 16 * tables.count
        for (tag, content) in tables {
            bytes += Array(tag.utf8) + Self.bigEndian(checksum(content)) + Self.bigEndian(UInt32(offset))
            bytes += Self.bigEndian(UInt32(content.count))
            offset += (content.count + 3) / 4 * 4
        }
        for (_, content) in tables { bytes += content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4) }
        return bytes
    }

    private static func checksum(_ content: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0
        for (index, byte) in content.enumerated() { sum &+= UInt32(byte) << UInt32(24 - index % 4 * 8) }
        return sum
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
