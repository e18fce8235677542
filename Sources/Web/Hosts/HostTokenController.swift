internal import Awarding
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// OAuth for hosts of badges: `POST /oauth/register`, `/oauth/revoke`, and what `/oauth/token` does for them.
struct HostTokenController {
    private static let maximumBytes = 64 << 10
    private static let headers: HTTPFields = [.cacheControl: "no-store"]

    let hosts: HostStore

    private var authenticator: HostClientAuthenticator { HostClientAuthenticator(hosts: hosts) }

    func addRoutes(to router: RouterGroup<TesseraRequestContext>) {
        router.post("oauth/register") { request, _ in try await OAuthError.answering { try await register(request) } }
        router.post("oauth/revoke") { request, _ in try await OAuthError.answering { try await revoke(request) } }
    }

    /// A code or a refresh token for tokens.
    func tokens(_ form: OAuthForm, _ request: Request) async throws -> Response {
        let client = try await authenticator.client(of: request)
        let tokens: HostTokens?
        if form["grant_type"] == "authorization_code" {
            let verifier = try form.require("code_verifier")
            guard (43...128).contains(verifier.utf8.count) else {
                throw OAuthError("invalid_request", "code_verifier: it has 43 to 128 characters (RFC 7636).")
            }
            let redirectURI = try form.require("redirect_uri")
            tokens = try await LinkSecret(form.require("code")).asyncMap { code in
                try await hosts.redeem(code: code, verifier: verifier, redirectURI: redirectURI, by: client)
            }
        } else {
            let scopes = try form["scope"].map { text in
                guard let scopes = HostScope.list(text) else {
                    throw OAuthError("invalid_scope", "scope: there is one that is not known.")
                }
                return scopes
            }
            tokens = try await LinkSecret(form.require("refresh_token")).asyncMap { token in
                try await hosts.refresh(token, scopes: scopes, by: client)
            }
        }
        guard let tokens else {
            throw OAuthError("invalid_grant", "It is not good: unknown, used, expired, taken back, or not for you.")
        }
        return .json(Self.answer(tokens), headers: Self.headers)
    }

    private static func answer(_ tokens: HostTokens) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("access_token", string: tokens.access.text)
            writer.member("token_type", string: "Bearer")
            writer.member("expires_in", number: Int(HostStore.accessLifetime / .seconds(1)))
            writer.member("refresh_token", stringIfPresent: tokens.refresh?.text)
            writer.member("scope", string: HostScope.text(tokens.scopes))
        }
        return writer.bytes
    }

    private func register(_ request: Request) async throws -> Response {
        guard request.mediaType == "application/json" else {
            throw OAuthError("invalid_client_metadata", "Send JSON, as application/json.")
        }
        let metadata = try HostMetadata(try await request.bytes(upTo: Self.maximumBytes))
        let registered = try await hosts.register(metadata.registration)
        return .json(metadata.answer(registered), status: .created, headers: Self.headers)
    }

    private func revoke(_ request: Request) async throws -> Response {
        let client = try await authenticator.client(of: request)
        let form = try await OAuthForm(request)
        let token = try form.require("token")
        if let hint = form["token_type_hint"], !["access_token", "refresh_token"].contains(hint) {
            throw OAuthError("unsupported_token_type", "token_type_hint: access_token or refresh_token.")
        }
        if let secret = LinkSecret(token) { try await hosts.revoke(secret, by: client) }
        return Response(status: .ok, headers: Self.headers)
    }
}
