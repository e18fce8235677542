internal import Credentials
internal import Crypto

/// The secret of a link or session: 256 random bits, which leave this process in an address or cookie only.
///
/// The database keeps and looks for its hash. So nobody who reads the database can use a link, and how long a search
/// takes tells nothing about a secret that is guessed at.
///
/// ```swift
/// let secret = LinkSecret()
/// let address = "https://tessera.example/claim/" + secret.text
/// ```
public struct LinkSecret: Sendable, Equatable {
    /// As links and cookies write it: 43 characters of base64url.
    public let text: String

    /// A new secret.
    public init() {
        var generator = SystemRandomNumberGenerator()
        text = Base64URL.string((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// A secret that somebody sends; nil when it cannot be one.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43, Base64URL.decode(Array(text.utf8))?.count == 32 else { return nil }
        self.text = String(text)
    }

    /// What is kept of it: SHA-256 of the text.
    var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
