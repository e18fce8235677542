/// Internet media types with parameters (RFC 2045, RFC 6838).
enum MediaType {
    /// Whether the text is `type/subtype` with well-formed parameters.
    static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        guard takeToken(&rest), take(UInt8(ascii: "/"), &rest), takeToken(&rest) else { return false }
        while true {
            skipSpace(&rest)
            if rest.isEmpty { return true }
            guard take(UInt8(ascii: ";"), &rest) else { return false }
            skipSpace(&rest)
            if rest.isEmpty { return true }
            guard takeToken(&rest), take(UInt8(ascii: "="), &rest), takeValue(&rest) else { return false }
        }
    }

    private static func takeToken(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let token = rest.prefix(while: isTokenByte)
        rest = rest[token.endIndex...]
        return !token.isEmpty
    }

    private static func takeValue(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard take(UInt8(ascii: "\""), &rest) else { return takeToken(&rest) }
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return true }
            if byte == UInt8(ascii: "\\"), rest.popFirst() == nil { return false }
        }
        return false
    }

    private static func take(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func skipSpace(_ rest: inout ArraySlice<UInt8>) {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
        default: byte.isAlphanumeric
        }
    }
}
