import Crypto
import FoundationEssentials

/// A key that signs credentials: Ed25519 for embedded proofs, P-256 for tokens.
///
/// Where the key is kept is the caller's matter; PEM (PKCS #8) is the form for a file.
///
/// ```swift
/// let key = try SigningKey(pem: textOfTheKeyFile)
/// let signer = KeySigner(key: key, issuer: identity)
/// ```
public struct SigningKey: Sendable {
    private enum Key: Sendable {
        case p256(P256.Signing.PrivateKey)
        case ed25519(Curve25519.Signing.PrivateKey)
    }

    private let key: Key

    /// A fresh random P-256 key.
    public init() { key = .p256(P256.Signing.PrivateKey()) }

    /// A fresh random Ed25519 key.
    public static func ed25519() -> SigningKey { SigningKey(.ed25519(Curve25519.Signing.PrivateKey())) }

    /// Reads a key from PEM, `PRIVATE KEY` (PKCS #8) of either kind, or `EC PRIVATE KEY` (SEC 1).
    public init(pem: String) throws(CredentialError) {
        if let seed = Ed25519PEM.seed(of: pem) {
            try self.init(seed: seed)
        } else if let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) {
            self.init(.p256(key))
        } else {
            throw CredentialError(.invalidKey, "The text is not the PEM of a P-256 or Ed25519 private key.")
        }
    }

    init(seed: [UInt8]) throws(CredentialError) {
        do { key = .ed25519(try Curve25519.Signing.PrivateKey(rawRepresentation: seed)) } catch {
            throw CredentialError(.invalidKey, "The bytes are not an Ed25519 private key.")
        }
    }

    init(scalar: [UInt8]) throws(CredentialError) {
        do { key = .p256(try P256.Signing.PrivateKey(rawRepresentation: scalar)) } catch {
            throw CredentialError(.invalidKey, "The bytes are not a P-256 private key.")
        }
    }

    private init(_ key: Key) { self.key = key }

    /// The private key as PEM (PKCS #8): a secret.
    public var pem: String {
        switch key {
        case .p256(let key): key.pemRepresentation
        case .ed25519(let key): Ed25519PEM.text(seed: Array(key.rawRepresentation))
        }
    }

    /// The public half.
    public var publicKey: PublicKey {
        switch key {
        case .p256(let key): PublicKey(key.publicKey)
        case .ed25519(let key): PublicKey(key.publicKey)
        }
    }

    /// The algorithm of the signatures.
    public var algorithm: SignatureAlgorithm { publicKey.algorithm }

    /// The signature over the bytes, 64 of them: of P-256 r and s (RFC 7518 §3.4), of Ed25519 as RFC 8032 has it.
    public func signature(over bytes: [UInt8]) throws(CredentialError) -> [UInt8] {
        do {
            switch key {
            case .p256(let key): return try Array(key.signature(for: bytes).rawRepresentation)
            case .ed25519(let key): return try Array(key.signature(for: bytes))
            }
        } catch { throw CredentialError(.signingFailed, "The key gave no signature.") }
    }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The thumbprint of the public half; never the secret.
    public var description: String { "SigningKey(\(publicKey.thumbprint))" }
    /// The thumbprint of the public half; never the secret.
    public var debugDescription: String { description }
    /// Nothing, so that a dump shows no secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
