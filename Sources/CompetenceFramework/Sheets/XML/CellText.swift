/// Texts of cells, in which workbooks write characters that XML cannot have as `_xHHHH_`.
enum CellText {
    /// Appends a text as XML.
    static func append(_ text: String, to xml: inout [UInt8]) {
        let bytes = Array(text.utf8)
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "&"): xml += "&amp;".utf8
            case UInt8(ascii: "<"): xml += "&lt;".utf8
            case UInt8(ascii: ">"): xml += "&gt;".utf8
            case UInt8(ascii: "\""): xml += "&quot;".utf8
            // Tabs and ends of lines can be written; U+000D would become U+000A.
            case 0x00..<0x09, 0x0B..<0x20: xml += escape(UInt16(byte)).utf8
            // The underscore that ends an escape may be the one that begins the next.
            case UInt8(ascii: "_") where unit(bytes[offset...], isClosed: false) != nil: xml += escape(0x5F).utf8
            case 0xEF where isNoncharacter(bytes[offset...]):
                xml += escape(bytes[offset + 2] == 0xBE ? 0xFFFE : 0xFFFF).utf8
                offset += 2
            default: xml.append(byte)
            }
            offset += 1
        }
    }

    /// The text that a cell's text stands for.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let bytes = Array(text.utf8)
        guard bytes.indices.contains(where: { unit(bytes[$0...]) != nil }) else { return text }
        var units: [UInt16] = []
        var result = ""
        func flush() {
            result += String(decoding: units, as: UTF16.self)
            units = []
        }
        var (offset, plain) = (0, 0)
        while offset < bytes.count {
            guard let unit = unit(bytes[offset...]) else {
                offset += 1
                continue
            }
            if plain < offset {
                flush()
                result += String(decoding: bytes[plain..<offset], as: UTF8.self)
            }
            units.append(unit)
            offset += 7
            plain = offset
        }
        flush()
        return result + String(decoding: bytes[plain...], as: UTF8.self)
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
    }

    /// The UTF-16 unit of `_xHHHH_` at the start of a slice.
    private static func unit(_ bytes: ArraySlice<UInt8>, isClosed: Bool = true) -> UInt16? {
        guard bytes.count >= (isClosed ? 7 : 6), bytes.first == UInt8(ascii: "_") else { return nil }
        let start = bytes.startIndex
        guard bytes[start + 1] == UInt8(ascii: "x"), !isClosed || bytes[start + 6] == UInt8(ascii: "_") else {
            return nil
        }
        var value: UInt16 = 0
        for byte in bytes[(start + 2)..<(start + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    /// Whether U+FFFE or U+FFFF, which XML cannot have, stands at the start of a slice.
    private static func isNoncharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 3 else { return false }
        let start = bytes.startIndex
        return bytes[start] == 0xEF && bytes[start + 1] == 0xBF && bytes[start + 2] >= 0xBE
    }
}
