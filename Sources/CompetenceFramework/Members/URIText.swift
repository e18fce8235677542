/// URIs as texts.
enum URIText {
    /// Whether a text begins with a scheme and has neither white space nor characters that a URI cannot have.
    static func isAbsolute(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return false }
        let scheme = text.utf8[..<colon]
        guard let first = scheme.first, isLetter(first), scheme.allSatisfy(isSchemeByte) else { return false }
        return text.utf8.index(after: colon) < text.utf8.endIndex && text.utf8.allSatisfy(isURIByte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.".utf8.contains(byte)
    }

    /// IRIs are let through: their letters are bytes of 0x80 and above.
    private static func isURIByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && !"<>\"{}|\\^`".utf8.contains(byte)
    }
}
