/// Bytes as text whose first character names the alphabet.
enum Multibase {
    /// The text in base58btc.
    static func base58(_ bytes: [UInt8]) -> String { "z" + Base58.string(bytes) }

    /// The text in base64url without padding.
    static func base64URL(_ bytes: some Sequence<UInt8>) -> String { "u" + Base64URL.string(bytes) }

    /// The bytes of a text in base58btc or base64url; nil for any other.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        switch text.first {
        case UInt8(ascii: "z"): Base58.decode(text.dropFirst())
        case UInt8(ascii: "u"): text.count <= Base58.maximumLength ? Base64URL.decode(text.dropFirst()) : nil
        default: nil
        }
    }
}
