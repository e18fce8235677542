internal import Awarding
internal import Credentials
internal import FoundationEssentials

/// What a holder is shown of a link that was just made: the link itself, this once.
struct SharedLinkPage {
    let name: String
    let url: String
    let code: String
    let linkedIn: String
    let end: String
    let evidence: String
    let person: String

    init(_ token: LinkSecret, of credential: ReadableCredential, wish: ShareWish, baseURL: String) throws {
        name = credential.name
        url = "\(baseURL)/v/\(token.text)"
        code = try QRCode(url).svg(title: "QR code of the link")
        let from = credential.awardedDate ?? credential.validFrom
        linkedIn =
            LinkedInLink(
                name: credential.name, issuer: credential.issuerName, issuedOn: from?.formatted(.iso8601) ?? "",
                expiresOn: credential.validUntil?.formatted(.iso8601), url: url,
                id: String(credential.id.dropFirst("urn:uuid:".count))
            ).text
        end =
            wish.days.map {
                "It shows the credential for \($0) \($0 == 1 ? "day" : "days"), whatever the credential's own validity."
            }
            ?? "It shows the credential until you take it back."
        evidence =
            wish.showsEvidence
            ? "It shows what the credential rests on, piece by piece."
            : "It does not show the single pieces of evidence."
        person =
            wish.name.map { "It shows your name, \($0.text), which only who has the link can read." }
            ?? "It does not show your name."
    }
}
