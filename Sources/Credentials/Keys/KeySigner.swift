/// A signer that holds its key in memory.
public struct KeySigner: Signer {
    /// The key.
    public let key: SigningKey
    /// The DID URL of the public key: the issuer's DID with the key's thumbprint as fragment.
    public let verificationMethod: String

    /// Makes a signer for an issuer.
    public init(key: SigningKey, issuer: DIDWeb) {
        self.key = key
        verificationMethod = issuer.verificationMethod(for: key.publicKey)
    }

    /// ES256.
    public var algorithm: SignatureAlgorithm { .es256 }

    /// The signature over the bytes.
    public func signature(over bytes: [UInt8]) throws(CredentialError) -> [UInt8] {
        try key.signature(over: bytes)
    }
}
