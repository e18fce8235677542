internal import Credentials
internal import Crypto
public import FoundationEssentials

/// An offer of a credential to a wallet, as whoever made it is told of it, this once.
public struct CredentialOffer: Sendable {
    /// The secrets of the offer.
    public let secret: OfferSecret
    /// What the holder has to type into the wallet, and is to be told by another way; nil when nothing is asked for.
    public let transactionCode: String?
    /// Until when it can be redeemed.
    public let expiresAt: Date
}

/// The secret in an offer's address, from which the pre-authorized code follows.
///
/// So an offer can be sent by reference, in a short QR code, though the database has hashes only: whoever fetches the
/// offer brings the secret along.
public struct OfferSecret: Sendable, Equatable {
    /// What stands in the address.
    public let link: LinkSecret

    /// A new secret.
    public init() { link = LinkSecret() }

    /// A secret that somebody sends; nil when it cannot be one.
    public init?(_ text: some StringProtocol) {
        guard let link = LinkSecret(text) else { return nil }
        self.link = link
    }

    /// The pre-authorized code.
    public var code: String { Base64URL.string(Self.digest("pre-authorized_code", link.text)) }

    /// What is kept of the secret.
    var linkHash: [UInt8] { link.hash }

    /// What is kept of a pre-authorized code.
    static func hash(ofCode code: String) -> [UInt8] { digest(code) }

    /// What is kept of a transaction code, which nobody finds by trying who doesn't know the pre-authorized code.
    static func hash(ofTransactionCode text: String, code: String) -> [UInt8] {
        digest("tx_code", code, text)
    }

    /// Six random digits.
    static func randomTransactionCode() -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<6).map { _ in Character(String(Int.random(in: 0...9, using: &generator))) })
    }

    /// SHA-256 of texts, each followed by a line feed.
    private static func digest(_ texts: String...) -> [UInt8] {
        var hash = SHA256()
        for text in texts { hash.update(data: Array((text + "\n").utf8)) }
        return Array(hash.finalize())
    }
}
