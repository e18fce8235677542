import Crypto

/// A P-256 key that signs credentials.
///
/// Where the key is kept is the caller's matter; PEM (PKCS #8) is the form for a file.
///
/// ```swift
/// let key = try SigningKey(pem: textOfTheKeyFile)
/// let signer = KeySigner(key: key, issuer: identity)
/// ```
public struct SigningKey: Sendable {
    private let key: P256.Signing.PrivateKey

    /// A fresh random key.
    public init() {
        key = P256.Signing.PrivateKey()
    }

    /// Reads a key from PEM, `PRIVATE KEY` (PKCS #8) or `EC PRIVATE KEY` (SEC 1).
    public init(pem: String) throws(CredentialError) {
        do { key = try P256.Signing.PrivateKey(pemRepresentation: pem) } catch {
            throw CredentialError(.invalidKey, "The text is not the PEM of a P-256 private key.")
        }
    }

    init(scalar: [UInt8]) throws(CredentialError) {
        do { key = try P256.Signing.PrivateKey(rawRepresentation: scalar) } catch {
            throw CredentialError(.invalidKey, "The bytes are not a P-256 private key.")
        }
    }

    /// The private key as PEM (PKCS #8): a secret.
    public var pem: String { key.pemRepresentation }

    /// The public half.
    public var publicKey: PublicKey { PublicKey(key.publicKey) }

    /// The signature over the bytes: r and s, 32 bytes each (RFC 7518 §3.4).
    public func signature(over bytes: [UInt8]) throws(CredentialError) -> [UInt8] {
        do { return try [UInt8](key.signature(for: bytes).rawRepresentation) } catch {
            throw CredentialError(.signingFailed, "The key gave no signature.")
        }
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
