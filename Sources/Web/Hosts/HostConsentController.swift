internal import Awarding
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// `/oauth/authorize`: asks a holder whether a host may see or change what is theirs; `/holder/hosts`: the hosts that they
/// let in, to be taken back.
struct HostConsentController {
    let access: HolderAccess
    let hosts: HostStore
    let pages: Pages
    let baseURL: String

    func addRoutes(to router: RouterGroup<TesseraRequestContext>) {
        router.get("oauth/authorize", use: ask)
        router.post("oauth/authorize", use: decide)
        router.get("holder/hosts", use: show)
        router.post("holder/hosts/:id/revocation", use: revoke)
    }

    private func ask(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        try await asking(request) { authorization in
            guard let holder = try await access.holder(of: request) else {
                return try pages.page("host-stranger", ["name": authorization.client.name], status: .unauthorized)
            }
            let page = HostConsentPage(authorization, holder: holder, query: request.uri.query ?? "")
            return try Self.admitting(authorization, pages.page("host-consent", page))
        }
    }

    private func decide(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        try access.requireOwnForm(request)
        return try await asking(request) { authorization in
            let holder = try await access.requireHolder(of: request)
            let form = try await SentForm(request, known: ["decision"])
            switch form["decision"] {
            case "allow":
                let code = try await hosts.grant(
                    authorization.scopes, to: authorization.client, by: holder,
                    redirectURI: authorization.redirectURI, challenge: authorization.challenge)
                return Self.redirect(authorization.granted(code, issuer: baseURL))
            case "deny": return Self.redirect(authorization.denied(issuer: baseURL))
            default: throw Problem(.badRequest, "form", "decision must be allow or deny.")
            }
        }
    }

    private func show(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let holder = try await access.requireHolder(of: request)
        let json = try JSONDocument(parsing: try await hosts.grants(of: holder)).root
        return try pages.page("hosts-let-in", HostsPage(json))
    }

    private func revoke(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        try access.requireOwnForm(request)
        let holder = try await access.requireHolder(of: request)
        guard let id = UUID(canonical: try context.parameters.require("id")),
            try await hosts.revokeGrant(id, by: holder)
        else { throw Problem(.notFound, "not-found", "You have let no such site in.") }
        return Response(status: .seeOther, headers: [.location: "/holder/hosts"])
    }

    /// What `body` answers to a request that is in order; otherwise the host is told of its fault.
    private func asking(
        _ request: Request, _ body: (HostAuthorization) async throws -> Response
    ) async throws -> Response {
        do {
            return try await body(HostAuthorization(request.uri.query, hosts: hosts, issuer: baseURL))
        } catch let fault as HostAuthorization.Fault { return Self.redirect(fault.location) }
    }

    private static func redirect(_ location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location])
    }

    /// A page whose form may lead on to the host: browsers hold redirections, too, against what forms may do.
    private static func admitting(_ authorization: HostAuthorization, _ page: Response) -> Response {
        var page = page
        let origin = HostAddress(authorization.redirectURI)?.origin ?? ""
        page.headers[.contentSecurityPolicy] = page.headers[.contentSecurityPolicy]?
            .replacing("form-action 'self'", with: "form-action 'self' \(origin)")
        return page
    }
}
