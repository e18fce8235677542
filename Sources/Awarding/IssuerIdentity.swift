public import Credentials

/// Who issues credentials in this installation, and with which key.
public struct IssuerIdentity: Sendable {
    /// The installation's base URL, without a slash at the end.
    public let baseURL: String
    /// The issuer's DID, which follows from the base URL.
    public let did: DIDWeb
    /// The issuer as each credential names it.
    public let profile: IssuerProfile
    /// Who signs.
    public let signer: any Signer
    /// Thumbprint of the signing key.
    public let keyID: String
    /// The public half of the signing key.
    public let publicKey: PublicKey

    /// The issuer under a base URL.
    /// - Throws: `CredentialError` when the base URL makes no DID.
    public init(baseURL: String, name: String, key: SigningKey) throws {
        var base = baseURL[...]
        while base.last == "/" { base.removeLast() }
        self.baseURL = String(base)
        did = try DIDWeb(baseURL: self.baseURL)
        profile = IssuerProfile(
            id: did.did, name: name, url: self.baseURL + "/issuer",
            description: "Attests competences in integrated urban security on the evidence of training records.")
        signer = KeySigner(key: key, issuer: did)
        publicKey = key.publicKey
        keyID = key.publicKey.thumbprint
    }
}
