internal import JSON

/// An identity that is nothing but a key, spelled as a JSON Web Key: a `did:jwk` identifier.
///
/// Holders have such identities, issuers don't: it says nothing about who holds the key.
public struct DIDJWK: Hashable, Sendable, CustomStringConvertible {
    /// The key.
    public let key: PublicKey
    /// The identifier, spelled as whoever made it spelled it.
    public let did: String

    private static let prefix = "did:jwk:"

    /// The identity of a key, in the shortest spelling.
    public init(_ key: PublicKey) {
        self.key = key
        did = Self.prefix + Base64URL.string(key.bareTree.bytes)
    }

    /// Reads an identifier.
    /// - Throws: ``CredentialError`` when it isn't one of a key that is known here, or when it holds a private key.
    public init(did: String) throws(CredentialError) {
        guard did.utf8.starts(with: Self.prefix.utf8), did.utf8.count <= 2048,
            let jwk = Base64URL.decode(Array(did.utf8.dropFirst(Self.prefix.utf8.count)))
        else { throw CredentialError(.invalidDID, "The identifier is not did:jwk: and base64url.") }
        key = try PublicKey(jwk: jwk)
        self.did = did
    }

    /// The DID URL of the key.
    public var verificationMethod: String { did + "#0" }

    /// The identifier.
    public var description: String { did }
}
