/// An identity that is nothing but a key: a `did:key` identifier.
///
/// It proves that the same key signed, and says nothing about who holds it.
public struct DIDKey: Hashable, Sendable, CustomStringConvertible {
    /// The key.
    public let key: PublicKey

    private static let prefix = "did:key:"

    /// The identity of a key.
    public init(_ key: PublicKey) { self.key = key }

    /// Reads an identifier.
    public init(did: String) throws(CredentialError) {
        guard did.utf8.starts(with: Self.prefix.utf8), did.utf8.count <= 512 else {
            throw CredentialError(.invalidDID, "The identifier does not begin with did:key:.")
        }
        key = try PublicKey(multibase: String(did.dropFirst(Self.prefix.count)))
        guard sameBytes(self.did, did) else {
            throw CredentialError(.invalidDID, "The identifier's key is not spelled in base58btc.")
        }
    }

    /// The identifier.
    public var did: String { Self.prefix + key.multibase }

    /// The DID URL of the key, whose fragment is the key again.
    public var verificationMethod: String { did + "#" + key.multibase }

    /// The document that follows from the identifier.
    public var document: DIDDocument {
        DIDDocument(
            id: did,
            verificationMethods: [VerificationMethod(id: verificationMethod, controller: did, key: key)],
            assertionMethods: [verificationMethod])
    }

    /// The identifier.
    public var description: String { did }
}
