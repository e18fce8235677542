/// The syntax of IRIs, by bytes (RFC 3986, RFC 3987).
enum IRI {
    /// Where the colon behind a scheme stands: of a letter, then letters, digits, `+`, `-` and `.`.
    static func schemeEnd(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first, isLetter(first) else { return nil }
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: ":") { return index }
            guard isLetter(byte) || isDigit(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E else { return nil }
        }
        return nil
    }

    /// Whether a text begins with a scheme and has no white space.
    static func hasForm(_ text: RDFText) -> Bool {
        schemeEnd(text.bytes) != nil && text.bytes.allSatisfy { $0 > 0x20 }
    }

    /// Whether a text is an absolute IRI that may stand in a graph.
    static func isAbsolute(_ text: RDFText) -> Bool {
        guard schemeEnd(text.bytes) != nil else { return false }
        var hasFragment = false
        for byte in text.bytes {
            guard isAllowed(byte), byte != UInt8(ascii: "#") || !hasFragment else { return false }
            if byte == UInt8(ascii: "#") { hasFragment = true }
        }
        return true
    }

    /// Whether a text is a blank node's label: `_:` and more.
    static func isBlank(_ text: RDFText) -> Bool {
        text.bytes.count >= 2 && text.bytes[0] == UInt8(ascii: "_") && text.bytes[1] == UInt8(ascii: ":")
    }

    /// An IRI in quotation marks, or a stand-in when it is long or has what no plain URL has: see ``quoted(_:)``.
    static func quoted(_ text: RDFText) -> String {
        let isPlain =
            !text.bytes.isEmpty && text.bytes.count <= 200 && text.bytes.allSatisfy { $0 < 0x7F && isAllowed($0) }
        return isPlain ? "“\(text)”" : "of an unusual name"
    }

    /// Whether a language tag is well-formed: parts of letters and digits, the first of letters alone.
    static func isLanguageTag(_ text: RDFText) -> Bool {
        let parts = text.bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, first.allSatisfy(isLetter) else { return false }
        return parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || isDigit($0) } }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
            false
        default: true
        }
    }
}
