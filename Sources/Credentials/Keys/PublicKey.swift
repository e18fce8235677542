import Crypto
import CryptoExtras
import FoundationEssentials

/// The public half of a key: Ed25519, on the curves P-256 or P-384, or RSA.
///
/// It is named in two ways: as a JSON Web Key (``jwk(id:)``) and as a multikey (``multibase``).
public struct PublicKey: Hashable, Sendable {
    /// The kinds of keys.
    enum Kind: Hashable, Sendable {
        case ed25519, p256, p384, rsa
    }

    let kind: Kind
    /// The 32 bytes of an Ed25519 key; of a point the coordinates x and y; of an RSA key the modulus, the exponent
    /// being always 65537.
    let bytes: [UInt8]

    init(_ key: P256.Signing.PublicKey) {
        kind = .p256
        bytes = Array(key.rawRepresentation)
    }

    init(_ key: Curve25519.Signing.PublicKey) {
        kind = .ed25519
        bytes = Array(key.rawRepresentation)
    }

    /// Takes key material; refuses what is no key of the kind.
    init(_ kind: Kind, _ bytes: [UInt8]) throws(CredentialError) {
        let isKey =
            switch kind {
            case .ed25519: (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)) != nil
            case .p256: (try? P256.Signing.PublicKey(rawRepresentation: bytes)) != nil
            case .p384: (try? P384.Signing.PublicKey(rawRepresentation: bytes)) != nil
            case .rsa: Self.rsaKey(bytes) != nil
            }
        guard isKey else {
            throw CredentialError(.invalidKey, "The bytes are not a public key of the kind \(kind.name).")
        }
        self.kind = kind
        self.bytes = bytes
    }

    /// Reads a P-256 key from PEM (`PUBLIC KEY`).
    public init(p256PEM pem: String) throws(CredentialError) {
        guard let key = try? P256.Signing.PublicKey(pemRepresentation: pem) else {
            throw CredentialError(.invalidKey, "The text is not the PEM of a P-256 public key.")
        }
        self.init(key)
    }

    /// Takes the 32 bytes of an Ed25519 key.
    public init(ed25519 bytes: [UInt8]) throws(CredentialError) {
        try self.init(.ed25519, bytes)
    }

    /// The algorithm of the key's signatures.
    public var algorithm: SignatureAlgorithm { kind.algorithm }

    /// Whether `signature` is this key's over the bytes; of a point's key r and s one after the other.
    public func isValid(signature: [UInt8], over bytes: [UInt8]) -> Bool {
        switch kind {
        case .ed25519:
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: self.bytes) else { return false }
            return key.isValidSignature(signature, for: bytes)
        case .p256:
            guard let key = try? P256.Signing.PublicKey(rawRepresentation: self.bytes),
                let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: bytes)
        case .p384:
            guard let key = try? P384.Signing.PublicKey(rawRepresentation: self.bytes),
                let signature = try? P384.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: bytes)
        case .rsa:
            guard let key = Self.rsaKey(self.bytes) else { return false }
            let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
            return key.isValidSignature(signature, for: Data(bytes), padding: .insecurePKCS1v1_5)
        }
    }

    /// The key with a modulus of 2,048 to 8,192 bits; nil for others.
    static func rsaKey(_ modulus: [UInt8]) -> _RSA.Signing.PublicKey? {
        guard (256...1024).contains(modulus.count), modulus[0] & 0x80 != 0 else { return nil }
        return try? _RSA.Signing.PublicKey(n: modulus, e: rsaExponent)
    }

    /// 65537, the one exponent that is in use.
    static let rsaExponent: [UInt8] = [1, 0, 1]
}

extension PublicKey.Kind {
    /// The name of the curve; `RSA` for what has none.
    var name: String {
        switch self {
        case .ed25519: "Ed25519"
        case .p256: "P-256"
        case .p384: "P-384"
        case .rsa: "RSA"
        }
    }

    var algorithm: SignatureAlgorithm {
        switch self {
        case .ed25519: .edDSA
        case .p256: .es256
        case .p384: .es384
        case .rsa: .rs256
        }
    }
}
