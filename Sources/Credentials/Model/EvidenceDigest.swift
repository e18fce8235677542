import Crypto
internal import JSON

/// The digest that binds a credential to a statement.
///
/// It is the SHA-256 of the statement in canonical form (RFC 8785), as multihash in multibase base64url. White space
/// and the order of members don't count, so that a statement can be checked that came through another system.
public struct EvidenceDigest: Hashable, Sendable {
    /// The text in the credential's `digestMultibase`.
    public let multibase: String

    /// The code of SHA-256 and the length of its digest, as multihash has them.
    private static let multihashPrefix: [UInt8] = [0x12, 0x20]

    /// Takes the digest of a statement as it was received.
    public init(of statement: [UInt8]) throws(CredentialError) {
        let canonical: [UInt8]
        do { canonical = try JSONCanonicalization().bytes(of: JSONDocument(parsing: statement).root) } catch {
            throw CredentialError(.invalidStatement, "The statement has no canonical form: \(error.reason)")
        }
        multibase = "u" + Base64URL.string(Self.multihashPrefix + Array(SHA256.hash(data: canonical)))
    }
}
