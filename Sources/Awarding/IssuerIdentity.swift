public import Credentials

/// Who issues credentials in this installation, and the keys that this process has.
public struct IssuerIdentity: Sendable {
    /// The installation's base URL, without a slash at the end.
    public let baseURL: String
    /// The issuer's DID, which follows from the base URL.
    public let did: DIDWeb
    /// The issuer as each credential names it.
    public let profile: IssuerProfile
    /// The P-256 key that this process would begin with to sign tokens; see ``signingKeys(_:)`` for the one that signs.
    public let tokenKey: IssuerKey
    /// The Ed25519 key that this process would begin with to make proofs; see ``signingKeys(_:)`` for the one that does.
    public let proofKey: IssuerKey
    /// Every key that this process has.
    public let ring: KeyRing

    /// The keys to begin with.
    public var keys: [IssuerKey] { [proofKey, tokenKey] }

    /// The issuer under a base URL, with two keys that this process keeps, and no others.
    /// - Throws: `CredentialError` when the base URL makes no DID, or a key is of the wrong kind.
    public init(baseURL: String, name: String, tokenKey: SigningKey, proofKey: SigningKey) throws {
        let did = try DIDWeb(baseURL: Self.trimmed(baseURL))
        let (token, proof) = (IssuerKey(tokenKey, issuer: did), IssuerKey(proofKey, issuer: did))
        try self.init(
            baseURL: baseURL, name: name, tokenKey: token, proofKey: proof, ring: KeyRing([token, proof]))
    }

    /// The issuer under a base URL, with a ring of keys.
    ///
    /// - Parameters:
    ///   - tokenKey: the key to begin with where no key ever signed a token.
    ///   - proofKey: the key to begin with where no key ever made a proof.
    ///   - ring: every key that this process has, these two among them.
    /// - Throws: `CredentialError` when the base URL makes no DID, or a key is of the wrong kind.
    public init(baseURL: String, name: String, tokenKey: IssuerKey, proofKey: IssuerKey, ring: KeyRing) throws {
        self.baseURL = Self.trimmed(baseURL)
        did = try DIDWeb(baseURL: self.baseURL)
        profile = IssuerProfile(
            id: did.did, name: name, url: self.baseURL + "/issuer",
            description: "Attests competences in integrated urban security on the evidence of training records.")
        guard tokenKey.publicKey.algorithm == .es256 else {
            throw CredentialError(
                .invalidKey, "The key for tokens is \(tokenKey.publicKey.algorithm), not P-256 (ES256).")
        }
        guard proofKey.publicKey.algorithm == .edDSA else {
            throw CredentialError(
                .invalidKey, "The key for proofs is \(proofKey.publicKey.algorithm), not Ed25519 (EdDSA).")
        }
        self.tokenKey = tokenKey
        self.proofKey = proofKey
        self.ring = ring
    }

    private static func trimmed(_ url: String) -> String {
        var base = url[...]
        while base.last == "/" { base.removeLast() }
        return String(base)
    }
}
