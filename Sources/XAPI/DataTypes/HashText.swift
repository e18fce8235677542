/// Digests as hexadecimal text.
enum HashText {
    /// Whether the text is a SHA-1 digest.
    static func isSHA1(_ text: Span<UInt8>) -> Bool {
        text.count == 40 && text.allSatisfy(\.isHexDigit)
    }

    /// Whether the text is a SHA-2 digest of 224, 256, 384 or 512 bits.
    static func isSHA2(_ text: Span<UInt8>) -> Bool {
        switch text.count {
        case 56, 64, 96, 128: text.allSatisfy(\.isHexDigit)
        default: false
        }
    }
}
