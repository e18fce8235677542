internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// The algorithms with which statements may be signed: RSASSA-PKCS1-v1_5 with SHA-2 (RFC 7518 §3.3).
enum SignatureAlgorithm: String, CaseIterable {
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"

    /// Whether a key has made a signature of these bytes.
    func isValid(_ signature: [UInt8], of bytes: [UInt8], by key: _RSA.Signing.PublicKey) -> Bool {
        let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
        // JWS prescribes this padding; that it is not proven secure is why the library calls it so.
        let padding = _RSA.Signing.Padding.insecurePKCS1v1_5
        return switch self {
        case .rs256: key.isValidSignature(signature, for: SHA256.hash(data: bytes), padding: padding)
        case .rs384: key.isValidSignature(signature, for: SHA384.hash(data: bytes), padding: padding)
        case .rs512: key.isValidSignature(signature, for: SHA512.hash(data: bytes), padding: padding)
        }
    }
}
