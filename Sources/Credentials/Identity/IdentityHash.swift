import Crypto

/// The salted hash under which a credential names its recipient (Open Badges 3.0, `IdentityHash`).
///
/// The salt stands in the credential, so the hash is a pseudonym that can be guessed by whoever knows the identity,
/// which is its purpose: an employer who was given the e-mail can check it. It isn't anonymity.
public struct IdentityHash: Hashable, Sendable {
    /// The text in the credential: `sha256$` and the digits of the digest.
    public let text: String

    /// Hashes an identity followed by its salt, both as UTF-8.
    public init(of identity: String, salt: String) {
        var hash = SHA256()
        hash.update(data: [UInt8](identity.utf8))
        hash.update(data: [UInt8](salt.utf8))
        text = "sha256$" + Hexadecimal.string(hash.finalize())
    }

    /// A fresh salt of 128 random bits as hexadecimal digits.
    public static func randomSalt() -> String {
        var generator = SystemRandomNumberGenerator()
        return Hexadecimal.string((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
