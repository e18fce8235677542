/// A key that a credential's holder proved to have, by which the credential is bound to its holder.
public struct HolderKey: Hashable, Sendable {
    /// The key.
    public let publicKey: PublicKey
    /// The identity that the key makes: the holder's `did:key`, or a `did:jwk`.
    public let did: String

    /// The key of a JSON Web Key, which makes a `did:jwk`.
    public init(_ key: PublicKey) {
        publicKey = key
        did = DIDJWK(key).did
    }

    /// Reads the DID URL of a key, of the methods `did:key` and `did:jwk`, whose keys stand in the identifiers.
    /// - Throws: ``CredentialError`` when it is none, or names another key than the identifier has.
    public init(verificationMethod url: String) throws(CredentialError) {
        let did = String(url.prefix { $0 != "#" })
        if did.utf8.starts(with: "did:key:".utf8) {
            let identity = try DIDKey(did: did)
            try Self.require(sameBytes(url, identity.verificationMethod) || sameBytes(url, did))
            publicKey = identity.key
        } else if did.utf8.starts(with: "did:jwk:".utf8) {
            let identity = try DIDJWK(did: did)
            try Self.require(sameBytes(url, identity.verificationMethod) || sameBytes(url, did))
            publicKey = identity.key
        } else {
            throw CredentialError(.invalidDID, "Keys are named by did:key or did:jwk, and by nothing else.")
        }
        self.did = did
    }

    private static func require(_ isItsOwn: Bool) throws(CredentialError) {
        guard isItsOwn else { throw CredentialError(.invalidDID, "The DID has no key of this name.") }
    }
}
