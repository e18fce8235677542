import Crypto
import CryptoExtras

extension PublicKey {
    /// Reads a multikey: multibase of a prefix that names the kind, and the key, points being compressed.
    ///
    /// ```swift
    /// let key = try PublicKey(multibase: "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")
    /// ```
    public init(multibase: String) throws(CredentialError) {
        guard let bytes = Multibase.decode(Array(multibase.utf8)), bytes.count > 2 else {
            throw CredentialError(.invalidKey, "A multikey is base58btc (z…) or base64url (u…).")
        }
        let key = Array(bytes.dropFirst(2))
        switch (bytes[0], bytes[1]) {
        case (0xED, 0x01): try self.init(.ed25519, key)
        case (0x80, 0x24): try self.init(.p256, Self.point(try? P256.Signing.PublicKey(compressedRepresentation: key)))
        case (0x81, 0x24): try self.init(.p384, Self.point(try? P384.Signing.PublicKey(compressedRepresentation: key)))
        default:
            throw CredentialError(.invalidKey, "The multikey is of a kind other than Ed25519, P-256 and P-384.")
        }
    }

    /// The key as a multikey in base58btc; that of an Ed25519 key begins with `z6Mk`.
    public var multibase: String { Multibase.base58(multikey) }

    private var multikey: [UInt8] {
        switch kind {
        case .ed25519: [0xED, 0x01] + bytes
        case .p256: [0x80, 0x24] + compressed
        case .p384: [0x81, 0x24] + compressed
        case .rsa: [0x85, 0x24] + (Self.rsaKey(bytes).map { Array($0.pkcs1DERRepresentation) } ?? [])
        }
    }

    /// The point as the sign of y and x.
    private var compressed: [UInt8] {
        [2 + ((bytes.last ?? 0) & 1)] + bytes.prefix(bytes.count / 2)
    }

    private static func point(_ key: P256.Signing.PublicKey?) -> [UInt8] {
        key.map { Array($0.rawRepresentation) } ?? []
    }

    private static func point(_ key: P384.Signing.PublicKey?) -> [UInt8] {
        key.map { Array($0.rawRepresentation) } ?? []
    }
}
