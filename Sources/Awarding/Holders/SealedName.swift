internal import Credentials
internal import Crypto

/// A holder's name, sealed with a secret that the database does not have: whoever reads the database reads no name.
///
/// The key follows from the secret of the link, offer or token by which the name is shown (HKDF with SHA-256), and the name
/// is sealed with AES-256-GCM. A secret is random and seals one name at a time, each with a nonce of its own.
struct SealedName {
    /// What a secret is the secret of; a key for one is none for another.
    enum Purpose: String {
        case share
        case offer
        case token
    }

    /// What is kept: nonce, sealed name and tag.
    let bytes: [UInt8]

    /// Takes what was kept.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Seals a name.
    init(_ name: PersonName, with secret: String, for purpose: Purpose) throws {
        let box = try AES.GCM.seal(Array(name.text.utf8), using: Self.key(secret, purpose))
        bytes = Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// The name; nil when it was sealed with another secret, or changed.
    func open(with secret: String, for purpose: Purpose) -> PersonName? {
        guard let box = try? AES.GCM.SealedBox(combined: bytes),
            let text = try? AES.GCM.open(box, using: Self.key(secret, purpose))
        else { return nil }
        return PersonName(String(decoding: text, as: UTF8.self))
    }

    private static func key(_ secret: String, _ purpose: Purpose) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(secret.utf8)),
            info: Array("tessera holder's name: \(purpose.rawValue)".utf8), outputByteCount: 32)
    }
}
