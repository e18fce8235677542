import Crypto

/// The hashes by which an SD-JWT names its disclosures (RFC 9901 §4.1.1), of those that are taken.
enum SDHash: String {
    case sha256 = "sha-256"
    case sha384 = "sha-384"
    case sha512 = "sha-512"

    /// The digest of a text as an SD-JWT writes it.
    func digest(_ text: some Sequence<UInt8>) -> String {
        let text = Array(text)
        return switch self {
        case .sha256: Base64URL.string(SHA256.hash(data: text))
        case .sha384: Base64URL.string(SHA384.hash(data: text))
        case .sha512: Base64URL.string(SHA512.hash(data: text))
        }
    }
}
