internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LibPQ
internal import Operations
internal import Training

/// `POST /api/credentials/{id}/offers`: offers a credential to a wallet; `GET /openid4vci/offers/{secret}`: what the wallet
/// then fetches.
struct CredentialOffersController {
    let pool: ConnectionPool
    let issuer: WalletIssuer
    let baseURL: String
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post("credentials/:id/offers", use: make)
    }

    func addOffers(to router: RouterGroup<TesseraRequestContext>) {
        router.get("openid4vci/offers/:secret", use: offer)
    }

    private func make(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.credentialsWrite)
        let text = try context.parameters.require("id")
        guard let id = UUID(canonical: text) else {
            throw Problem(.notFound, "not-found", "There is no credential \"\(text.prefix(50))\", or not for you.")
        }
        var reader = try await BodyReader(
            request, upTo: limits.bodyBytes, kind: "offer", members: ["transactionCode", "seconds"])
        let asksCode = reader.flag("transactionCode")
        let maximum = Int64(CredentialOfferStore.maximumLifetime / .seconds(1))
        let seconds = reader.value("seconds", mustBe: "a number of seconds from 60 to \(maximum)") { value in
            value.integer.flatMap { (60...maximum).contains($0) ? $0 : nil }
        }
        try reader.finish()
        let offers = CredentialOfferStore(CallerDatabase(pool: pool, partner: caller.partnerCode))
        let offer = try await offers.make(
            of: id, asksTransactionCode: asksCode ?? false,
            lifetime: seconds.map { .seconds($0) } ?? CredentialOfferStore.lifetime, by: caller.name)
        let link = OfferLink(offer.secret, baseURL: baseURL)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("offer", string: link.uri)
            writer.member("offerURI", string: link.reference)
            writer.member("transactionCode", stringIfPresent: offer.transactionCode)
            writer.member("expiresAt", string: offer.expiresAt.formatted(.iso8601))
        }
        return .json(writer.bytes, status: .created, headers: [.cacheControl: "no-store"])
    }

    /// The offer itself, as often as a wallet asks before it redeems it.
    private func offer(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let text = try context.parameters.require("secret")
        guard let secret = OfferSecret(text), let asksCode = try await issuer.asksTransactionCode(secret) else {
            throw Problem(.notFound, "not-found", "There is no such offer, or it was redeemed, or it has expired.")
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("credential_issuer", string: baseURL)
            writer.member(
                "credential_configuration_ids",
                array: { writer in
                    for format in WalletFormat.allCases { writer.string(format.configuration) }
                })
            writer.member(
                "grants",
                object: {
                    $0.member(OAuthTokenController.preAuthorizedCode, object: { grant(secret, asksCode, to: &$0) })
                })
        }
        return .json(writer.bytes, headers: [.cacheControl: "no-store", .accessControlAllowOrigin: "*"])
    }

    private func grant(_ secret: OfferSecret, _ asksCode: Bool, to writer: inout JSONWriter) {
        writer.member("pre-authorized_code", string: secret.code)
        guard asksCode else { return }
        writer.member(
            "tx_code",
            object: { writer in
                writer.member("input_mode", string: "numeric")
                writer.member("length", number: 6)
                writer.member("description", string: "The six digits that you were told by whoever made this offer.")
            })
    }
}
