internal import Awarding

/// The addresses of an offer: where a wallet fetches it, and the link that opens a wallet with it.
struct OfferLink {
    /// Where the offer is.
    let reference: String
    /// The link for wallets on the same device and for QR codes (OpenID4VCI 1.0 §4.1.3).
    let uri: String

    init(_ secret: OfferSecret, baseURL: String) {
        reference = "\(baseURL)/openid4vci/offers/\(secret.link.text)"
        uri = "openid-credential-offer://?credential_offer_uri=" + PercentEncoding.encode(reference)
    }
}
