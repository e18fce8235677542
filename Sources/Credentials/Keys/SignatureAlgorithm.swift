/// A signature algorithm by its JOSE name (RFC 7518, RFC 8037).
public struct SignatureAlgorithm: Hashable, Sendable, CustomStringConvertible {
    /// The name in the `alg` member.
    public let name: String

    /// ECDSA over P-256 with SHA-256.
    public static let es256 = Self(name: "ES256")
    /// ECDSA over P-384 with SHA-384; only checked, never made.
    public static let es384 = Self(name: "ES384")
    /// RSA (PKCS #1 v1.5) with SHA-256; only checked, never made.
    public static let rs256 = Self(name: "RS256")
    /// Ed25519.
    public static let edDSA = Self(name: "EdDSA")

    /// The name in the `alg` member.
    public var description: String { name }
}
