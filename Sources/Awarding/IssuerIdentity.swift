public import Credentials

/// Who issues credentials in this installation, and with which keys.
public struct IssuerIdentity: Sendable {
    /// The installation's base URL, without a slash at the end.
    public let baseURL: String
    /// The issuer's DID, which follows from the base URL.
    public let did: DIDWeb
    /// The issuer as each credential names it.
    public let profile: IssuerProfile
    /// The key that signs tokens: P-256.
    public let tokenKey: IssuerKey
    /// The key that makes the proofs within documents: Ed25519.
    public let proofKey: IssuerKey

    /// The keys that sign now.
    public var keys: [IssuerKey] { [proofKey, tokenKey] }

    /// The issuer under a base URL.
    /// - Throws: `CredentialError` when the base URL makes no DID, or a key is of the wrong kind.
    public init(baseURL: String, name: String, tokenKey: SigningKey, proofKey: SigningKey) throws {
        var base = baseURL[...]
        while base.last == "/" { base.removeLast() }
        self.baseURL = String(base)
        did = try DIDWeb(baseURL: self.baseURL)
        profile = IssuerProfile(
            id: did.did, name: name, url: self.baseURL + "/issuer",
            description: "Attests competences in integrated urban security on the evidence of training records.")
        guard tokenKey.algorithm == .es256 else {
            throw CredentialError(.invalidKey, "The key for tokens is \(tokenKey.algorithm), not P-256 (ES256).")
        }
        guard proofKey.algorithm == .edDSA else {
            throw CredentialError(.invalidKey, "The key for proofs is \(proofKey.algorithm), not Ed25519 (EdDSA).")
        }
        self.tokenKey = IssuerKey(tokenKey, issuer: did)
        self.proofKey = IssuerKey(proofKey, issuer: did)
    }
}

/// A key of an issuer, and who signs with it.
public struct IssuerKey: Sendable {
    /// Who signs.
    public let signer: any Signer
    /// Thumbprint of the key (RFC 7638).
    public let id: String
    /// The public half.
    public let publicKey: PublicKey

    /// A key that is kept by this process.
    public init(_ key: SigningKey, issuer: DIDWeb) {
        signer = KeySigner(key: key, issuer: issuer)
        publicKey = key.publicKey
        id = key.publicKey.thumbprint
    }
}
