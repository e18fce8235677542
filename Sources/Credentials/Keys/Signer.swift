/// Whoever signs for the issuer: a key in a file, or a service that keeps the key to itself.
public protocol Signer: Sendable {
    /// The algorithm of the signatures.
    var algorithm: SignatureAlgorithm { get }

    /// The DID URL under which the issuer's DID document lists the public key.
    var verificationMethod: String { get }

    /// The signature over the bytes, in the form that JOSE has for the algorithm.
    func signature(over bytes: [UInt8]) async throws -> [UInt8]
}
