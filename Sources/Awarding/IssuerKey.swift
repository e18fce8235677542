public import Credentials

/// A key of an issuer, and who signs with it.
public struct IssuerKey: Sendable {
    /// Who signs.
    public let signer: any Signer
    /// Thumbprint of the key (RFC 7638).
    public let id: String
    /// The public half.
    public let publicKey: PublicKey

    /// A key that somebody signs with, such as a service that keeps the private half to itself.
    public init(signer: any Signer, publicKey: PublicKey) {
        self.signer = signer
        self.publicKey = publicKey
        id = publicKey.thumbprint
    }

    /// A key that is kept by this process.
    public init(_ key: SigningKey, issuer: DIDWeb) {
        self.init(signer: KeySigner(key: key, issuer: issuer), publicKey: key.publicKey)
    }
}
