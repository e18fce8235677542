import Crypto

/// The public half of a key: Ed25519, or on the curves P-256 or P-384.
///
/// It is named in two ways: as a JSON Web Key (``jwk(id:)``) and as a multikey (``multibase``).
public struct PublicKey: Hashable, Sendable {
    /// The kinds of keys.
    enum Kind: Hashable, Sendable {
        case ed25519, p256, p384
    }

    let kind: Kind
    /// The 32 bytes of an Ed25519 key; of a point the coordinates x and y.
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
            }
        guard isKey else {
            throw CredentialError(.invalidKey, "The bytes are not a public key of the kind \(kind.curve).")
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
        }
    }
}

extension PublicKey.Kind {
    /// The name of the curve.
    var curve: String {
        switch self {
        case .ed25519: "Ed25519"
        case .p256: "P-256"
        case .p384: "P-384"
        }
    }

    var algorithm: SignatureAlgorithm {
        switch self {
        case .ed25519: .edDSA
        case .p256: .es256
        case .p384: .es384
        }
    }
}
