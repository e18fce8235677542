/// A font in a PDF: collects the glyphs of the texts that are set in it, and embeds those.
package struct PDFFont {
    /// The name under which pages know it.
    let name: String
    /// The font's own name, as readers show it.
    let title: String
    let font: TrueTypeFont
    private var subset: TrueTypeSubset
    /// What each glyph is a picture of, by its number in the subset.
    private var letters: [Int: UnicodeScalar] = [:]

    init(_ name: String, title: String, font: TrueTypeFont) {
        self.name = name
        self.title = title
        self.font = font
        subset = TrueTypeSubset(of: font)
    }

    /// The width of a text.
    package func width(of text: String, size: Double) -> Double { font.width(of: text, size: size) }

    /// A text as content streams show it: the numbers of its glyphs.
    mutating func show(_ text: String) -> String {
        var numbers = ""
        for scalar in text.unicodeScalars {
            let number = subset.number(of: font.glyph(of: scalar))
            // The empty box stands for every letter that the font lacks.
            if number > 0, letters[number] == nil { letters[number] = scalar }
            numbers += PDFObjects.hexadecimal(number)
        }
        return "<\(numbers)>"
    }

    /// Adds the font with what was shown.
    func add(to objects: inout PDFObjects) throws(PDFError) -> PDFObjects.Reference {
        let file = try subset.file()
        let stream = try objects.addStream(file, "/Length1 \(file.count)")
        let base = "/\(Self.tag(file))+\(title)"
        func thousandths(_ units: Int) -> Int { units * 1000 / font.unitsPerEm }
        let box = font.box.map { String(thousandths($0)) }.joined(separator: " ")
        let descriptor = objects.add(
            "<< /Type /FontDescriptor /FontName \(base) /Flags 4 /FontBBox [\(box)] /ItalicAngle 0"
                + " /Ascent \(thousandths(font.ascent)) /Descent \(thousandths(font.descent))"
                + " /CapHeight \(thousandths(font.ascent * 3 / 4)) /StemV 80 /FontFile2 \(stream.text) >>")
        let widths = subset.glyphs.map { String(thousandths(font.width(of: $0))) }.joined(separator: " ")
        let descendant = objects.add(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont \(base) /CIDToGIDMap /Identity"
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                + " /FontDescriptor \(descriptor.text) /W [0 [\(widths)]] >>")
        let unicode = try objects.addStream(Array(unicodeMap.utf8))
        return objects.add(
            "<< /Type /Font /Subtype /Type0 /BaseFont \(base) /Encoding /Identity-H"
                + " /DescendantFonts [\(descendant.text)] /ToUnicode \(unicode.text) >>")
    }

    /// Which letters the glyphs stand for, so that text can be searched, copied and read aloud.
    private var unicodeMap: String {
        var lines = letters.sorted { $0.key < $1.key }.map { number, scalar in
            "<\(PDFObjects.hexadecimal(number))> <\(String(scalar).utf16.map { PDFObjects.hexadecimal(Int($0)) }.joined())>"
        }[...]
        var map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        map += "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        map += "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        map += "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        while !lines.isEmpty {
            let part = lines.prefix(100)
            map += "\(part.count) beginbfchar\n\(part.joined(separator: "\n"))\nendbfchar\n"
            lines = lines.dropFirst(part.count)
        }
        return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    }

    /// Six letters that tell this subset from others of the font.
    private static func tag(_ file: [UInt8]) -> String {
        // FNV-1a: whatever tells files apart will do.
        var rest = file.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        var tag = ""
        for _ in 0..<6 {
            tag.unicodeScalars.append(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26)))
            rest /= 26
        }
        return tag
    }
}
