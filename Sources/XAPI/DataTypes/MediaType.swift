/// Internet media types with parameters (RFC 2045, RFC 6838).
enum MediaType {
    /// Whether the text is `type/subtype` with well-formed parameters.
    static func isValid(_ text: Span<UInt8>) -> Bool {
        var index = 0
        guard skipToken(text, &index), skip(UInt8(ascii: "/"), text, &index), skipToken(text, &index) else {
            return false
        }
        while true {
            skipSpace(text, &index)
            if index == text.count { return true }
            guard skip(UInt8(ascii: ";"), text, &index) else { return false }
            skipSpace(text, &index)
            if index == text.count { return true }
            guard skipToken(text, &index), skip(UInt8(ascii: "="), text, &index), skipValue(text, &index) else {
                return false
            }
        }
    }

    private static func skipToken(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
        let start = index
        while index < text.count, isTokenByte(text[index]) { index += 1 }
        return index > start
    }

    private static func skipValue(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
        guard skip(UInt8(ascii: "\""), text, &index) else { return skipToken(text, &index) }
        while index < text.count {
            let byte = text[index]
            index += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return true }
        }
        return false
    }

    private static func skip(_ byte: UInt8, _ text: Span<UInt8>, _ index: inout Int) -> Bool {
        guard index < text.count, text[index] == byte else { return false }
        index += 1
        return true
    }

    private static func skipSpace(_ text: Span<UInt8>, _ index: inout Int) {
        while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
        default: byte.isAlphanumeric
        }
    }
}
