/// A signer that holds its key in memory.
public struct KeySigner: Signer {
    /// The key.
    public let key: SigningKey
    /// The DID URL of the public key.
    public let verificationMethod: String

    /// Makes a signer for an issuer with a domain.
    public init(key: SigningKey, issuer: DIDWeb) {
        self.key = key
        verificationMethod = issuer.verificationMethod(for: key.publicKey)
    }

    /// Makes a signer whose issuer is the key itself.
    public init(key: SigningKey) {
        self.key = key
        verificationMethod = DIDKey(key.publicKey).verificationMethod
    }

    /// The key's algorithm.
    public var algorithm: SignatureAlgorithm { key.algorithm }

    /// The signature over the bytes.
    public func signature(over bytes: [UInt8]) throws(CredentialError) -> [UInt8] {
        try key.signature(over: bytes)
    }
}
