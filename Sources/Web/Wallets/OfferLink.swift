internal import Awarding

/// The addresses of an offer: where a wallet fetches it, and the link that opens a wallet with it.
struct OfferLink {
    /// Where the offer is.
    let reference: String
    /// The link for wallets on the same device and for QR codes (OpenID4VCI 1.0 §4.1.3).
    let uri: String

    init(_ secret: OfferSecret, baseURL: String) {
        reference = "\(baseURL)/openid4vci/offers/\(secret.link.text)"
        uri = "openid-credential-offer://?credential_offer_uri=" + Self.encoded(reference)
    }

    /// Percent-encoding of everything but letters, digits and `-._~`.
    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-._~".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            encoded += isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
        return encoded
    }
}
