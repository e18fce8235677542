internal import Awarding
internal import Credentials
internal import HTTPTypes
internal import Hummingbird

/// The documents that wallets and verifiers of SD-JWT VCs look for: `/.well-known/openid-credential-issuer`,
/// `/.well-known/oauth-authorization-server`, `/.well-known/jwt-vc-issuer`, `/credentials/types/competence/1` and
/// `/credentials/status/{n}/token`.
///
/// Where the base URL has a path, that follows the name of a well-known document (RFC 8615 puts them at the host's root).
struct WalletMetadataController {
    let identity: IssuerIdentity
    let credentials: CredentialStore

    func addRoutes(to router: Router<TesseraRequestContext>) {
        let metadata = WalletMetadata(identity: identity)
        for (name, document) in [
            ("openid-credential-issuer", metadata.credentialIssuer),
            ("oauth-authorization-server", metadata.authorizationServer), ("jwt-vc-issuer", metadata.tokenIssuer),
        ] {
            for path in [".well-known/\(name)", ".well-known/\(name)/**"] {
                router.get(RouterPath(path)) { _, _ in Response.json(document, headers: Self.headers) }
            }
        }
        let type = CredentialType.competence(baseURL: identity.baseURL).metadata
        router.get("credentials/types/competence/1") { _, _ in Response.json(type, headers: Self.headers) }
        router.get("credentials/status/:list/token", use: statusToken)
    }

    private static let headers: HTTPFields = [.cacheControl: "public, max-age=300", .accessControlAllowOrigin: "*"]

    /// A status list as a token: no cookies, no key, and a copy may be kept for an hour.
    private func statusToken(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let number = try context.parameters.require("list")
        guard let list = Int32(number), let published = try await credentials.statusList(list),
            let token = published.token
        else { throw Problem(.notFound, "not-found", "There is no status list \"\(number.prefix(20))\".") }
        let seconds = Int(StatusListPublisher.timeToLive / .seconds(1))
        return .json(
            token,
            headers: [
                .contentType: StatusListToken.mediaType, .accessControlAllowOrigin: "*",
                .lastModified: HTTPDate.text(published.signedAt), .cacheControl: "public, max-age=\(seconds)",
            ])
    }
}
