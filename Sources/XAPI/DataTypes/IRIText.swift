/// IRIs (RFC 3987): absolute, with a scheme, and without the characters that the grammar excludes.
///
/// Text beyond ASCII is taken as it is; the authority's inner grammar isn't checked, as the specification allows.
enum IRIText {
    /// Whether the text is an absolute IRI.
    static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
        guard let rest = afterScheme(text), rest.startIndex < rest.endIndex else { return false }
        return hasOnlyAllowedBytes(rest)
    }

    /// Whether the text is an absolute URI: an IRI in ASCII.
    static func isURI(_ text: ArraySlice<UInt8>) -> Bool {
        text.allSatisfy { $0 < 0x80 } && isValid(text)
    }

    /// Whether the text begins with a scheme and a colon.
    static func hasScheme(_ text: ArraySlice<UInt8>) -> Bool { afterScheme(text) != nil }

    private static func afterScheme(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let first = text.first, first.isLetter else { return nil }
        var index = text.startIndex + 1
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: ":") { return text[index...] }
            let isAllowed =
                byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            guard isAllowed else { return nil }
        }
        return nil
    }

    private static func hasOnlyAllowedBytes(_ text: ArraySlice<UInt8>) -> Bool {
        var index = text.startIndex
        var hasFragment = false
        while index < text.endIndex {
            let byte = text[index]
            switch byte {
            case 0...0x20, 0x7F: return false
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
                return false
            case UInt8(ascii: "#"):
                if hasFragment { return false }
                hasFragment = true
            case UInt8(ascii: "%"):
                guard index + 2 < text.endIndex, text[index + 1].isHexDigit, text[index + 2].isHexDigit else {
                    return false
                }
                index += 2
            case 0xC2:
                // U+0080 to U+009F are controls, U+00A0 is the first character an IRI may hold.
                guard index + 1 < text.endIndex, text[index + 1] >= 0xA0 else { return false }
            default: break
            }
            index += 1
        }
        return true
    }
}
