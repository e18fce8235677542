internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird

/// What holders take with them: `POST /holder/credentials/{id}/wallet` offers a credential to their wallet;
/// `GET /holder/passport` is all of them in one, `POST` with the
/// name that the holder gives.
struct HolderWalletController {
    let access: HolderAccess
    let passports: PassportIssuer
    let pages: Pages
    let baseURL: String

    func addRoutes(to router: RouterGroup<TesseraRequestContext>) {
        router.post("holder/credentials/:id/wallet", use: offer)
        router.get("holder/passport", use: passport)
        router.post("holder/passport", use: namedPassport)
    }

    private func offer(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        try access.requireOwnForm(request)
        let holder = try await access.requireHolder(of: request)
        let form = try await SentForm(request, known: ["code", "name"])
        guard let id = UUID(canonical: try context.parameters.require("id")) else {
            throw Problem(.notFound, "not-found", "You have no such credential.")
        }
        let offer = try await access.holders.offer(
            id, to: holder, asksTransactionCode: form["code"] == "yes", naming: form.name("name"))
        let page = try WalletOfferPage(offer, baseURL: baseURL)
        return try pages.page("wallet-offer", page, status: .created)
    }

    /// The passport: JSON-LD, or with `form=jwt` a JWT.
    private func passport(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let parameters = try QueryParameters(request, known: ["form"])
        let isToken = try parameters.value("form", mustBe: "jwt or json", Self.isToken) ?? false
        return try await answer(try await access.requireHolder(of: request), isToken: isToken, name: nil)
    }

    /// The passport with the holder's name in it; the name is kept nowhere.
    private func namedPassport(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        try access.requireOwnForm(request)
        let holder = try await access.requireHolder(of: request)
        let form = try await SentForm(request, known: ["name", "form"])
        guard let name = try form.name("name") else {
            throw Problem(.badRequest, "form", "name must be given: without it, open the passport itself.")
        }
        guard let isToken = Self.isToken(form["form"] ?? "json") else {
            throw Problem(.badRequest, "form", "form must be jwt or json.")
        }
        return try await answer(holder, isToken: isToken, name: name)
    }

    private static func isToken(_ form: String) -> Bool? { ["jwt": true, "json": false][form] }

    private func answer(_ holder: Holder, isToken: Bool, name: PersonName?) async throws -> Response {
        guard
            let passport = try await passports.passport(
                of: holder, as: isToken ? .token : .document, naming: name)
        else {
            throw Problem(.notFound, "not-found", "You have no credentials that stand.")
        }
        return .json(
            passport.bytes,
            headers: [
                .contentType: isToken ? "text/plain; charset=utf-8" : "application/vc+ld+json",
                .contentDisposition: #"attachment; filename="competence-passport.\#(isToken ? "jwt" : "json")""#,
            ])
    }
}

/// What a holder is shown of an offer to their wallet, this once.
struct WalletOfferPage {
    let link: String
    let code: String
    let transactionCode: String?
    let minutes: String

    init(_ offer: CredentialOffer, baseURL: String) throws {
        link = OfferLink(offer.secret, baseURL: baseURL).uri
        code = try QRCode(link).svg(title: "QR code of the offer, for a wallet on another device")
        transactionCode = offer.transactionCode
        minutes = String(Int(CredentialOfferStore.lifetime / .seconds(60)))
    }
}
