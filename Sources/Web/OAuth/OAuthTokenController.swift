internal import Awarding
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// `POST /oauth/token`: codes for tokens, for wallets that redeem an offer and for hosts that a holder let in.
struct OAuthTokenController {
    /// OpenID4VCI's grant.
    static let preAuthorizedCode = "urn:ietf:params:oauth:grant-type:pre-authorized_code"

    let issuer: WalletIssuer
    let hosts: HostTokenController

    func addRoutes(to router: RouterGroup<TesseraRequestContext>) {
        router.post("oauth/token") { request, _ in
            try await OAuthError.answering {
                let form = try await OAuthForm(request)
                switch try form.require("grant_type") {
                case Self.preAuthorizedCode: return try await redeem(form)
                case "authorization_code", "refresh_token": return try await hosts.tokens(form, request)
                default:
                    throw OAuthError("unsupported_grant_type", "grant_type: it is none of those in the metadata.")
                }
            }
        }
    }

    private func redeem(_ form: OAuthForm) async throws -> Response {
        let code = try form.require("pre-authorized_code")
        // What is asked for is read first: an offer that is redeemed is gone.
        let details = try form["authorization_details"].map { try IssuanceDetails($0) }
        let token = try await issuer.redeem(code: code, transactionCode: form["tx_code"])
        let identifier = details == nil ? nil : try await issuer.credentialIdentifier(of: token)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("access_token", string: token.text)
            writer.member("token_type", string: "Bearer")
            writer.member("expires_in", number: Int(WalletIssuer.tokenLifetime / .seconds(1)))
            if let details, let identifier { details.write(to: &writer, credential: identifier) }
        }
        return .json(writer.bytes, headers: [.cacheControl: "no-store"])
    }
}
