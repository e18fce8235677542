/// Mail addresses as IRIs: `mailto:` and an addr-spec.
enum MailAddress {
    private static let scheme = Array("mailto:".utf8)

    /// Whether the text is `mailto:` followed by one mail address.
    static func isMailtoIRI(_ text: Span<UInt8>) -> Bool {
        guard text.hasPrefix(scheme), IRIText.isValid(text) else { return false }
        return isAddress(text, from: scheme.count)
    }

    /// Whether the text from an index on is a local part, an at sign and a domain.
    private static func isAddress(_ text: Span<UInt8>, from start: Int) -> Bool {
        var at = text.count - 1
        while at >= start, text[at] != UInt8(ascii: "@") { at -= 1 }
        guard at >= start else { return false }
        return isLocalPart(text, start..<at) && isDomain(text, at + 1..<text.count)
    }

    /// Dot-separated words of the characters RFC 5322 and RFC 6532 allow without quotes, percent-encoding included.
    private static func isLocalPart(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 256, isDotted(text, range) else { return false }
        return text.allSatisfy(in: range) { byte in
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
                UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"), 0...0x20, 0x7F:
                false
            default: true
            }
        }
    }

    private static func isDomain(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 255, !range.isEmpty else { return false }
        if text[range.lowerBound] == UInt8(ascii: "[") {
            return range.count > 2 && text[range.upperBound - 1] == UInt8(ascii: "]")
                && text.allSatisfy(in: range.lowerBound + 1..<range.upperBound - 1) {
                    $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
                }
        }
        guard isDotted(text, range) else { return false }
        for index in range {
            let byte = text[index]
            if byte == UInt8(ascii: "-") {
                let isFirst = index == range.lowerBound || text[index - 1] == UInt8(ascii: ".")
                let isLast = index == range.upperBound - 1 || text[index + 1] == UInt8(ascii: ".")
                if isFirst || isLast { return false }
            } else if !byte.isAlphanumeric && byte < 0x80 && byte != UInt8(ascii: ".") {
                return false
            }
        }
        return true
    }

    /// Whether the text is not empty, and has no dot at an end or next to another.
    private static func isDotted(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var wasDot = true
        for index in range {
            let isDot = text[index] == UInt8(ascii: ".")
            if isDot && wasDot { return false }
            wasDot = isDot
        }
        return !wasDot
    }
}
