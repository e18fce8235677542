/// Mail addresses as IRIs: `mailto:` and an addr-spec.
enum MailAddress {
    /// Whether the text is `mailto:` followed by one mail address.
    static func isMailtoIRI(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "mailto:".utf8), IRIText.isValid(text) else { return false }
        return isAddress(text.dropFirst(7))
    }

    /// Whether the text is a local part, an at sign and a domain.
    static func isAddress(_ address: ArraySlice<UInt8>) -> Bool {
        guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return false }
        return isLocalPart(address[..<at]) && isDomain(address[(at + 1)...])
    }

    /// Dot-separated words of the characters RFC 5322 and RFC 6532 allow without quotes, percent-encoding included.
    private static func isLocalPart(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 256, isDotted(text) else { return false }
        return text.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
                UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"), 0...0x20, 0x7F:
                false
            default: true
            }
        }
    }

    private static func isDomain(_ text: ArraySlice<UInt8>) -> Bool {
        if text.first == UInt8(ascii: "[") {
            return text.last == UInt8(ascii: "]") && text.count > 2
                && text.dropFirst().dropLast().allSatisfy {
                    $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
                }
        }
        guard text.count <= 255, isDotted(text) else { return false }
        for label in text.split(separator: UInt8(ascii: ".")) {
            guard label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-") else { return false }
            guard label.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 >= 0x80 }) else { return false }
        }
        return true
    }

    /// Whether the text is not empty, and has no dot at an end or next to another.
    private static func isDotted(_ text: ArraySlice<UInt8>) -> Bool {
        var wasDot = true
        for byte in text {
            if byte == UInt8(ascii: ".") {
                if wasDot { return false }
                wasDot = true
            } else {
                wasDot = false
            }
        }
        return !wasDot
    }
}
