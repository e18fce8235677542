/// A signature algorithm by its JOSE name (RFC 7518).
public struct SignatureAlgorithm: Hashable, Sendable, CustomStringConvertible {
    /// The name in the `alg` member.
    public let name: String

    /// ECDSA over P-256 with SHA-256.
    public static let es256 = Self(name: "ES256")

    /// The name in the `alg` member.
    public var description: String { name }
}
