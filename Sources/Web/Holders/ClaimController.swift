internal import Awarding
internal import HTTPTypes
internal import Hummingbird

/// `/claim/{secret}`: lets a person in to the credentials that are about them.
///
/// Opening the address changes nothing, for mail programs and messengers open what they preview; a button does.
struct ClaimController {
    let access: HolderAccess
    let pages: Pages

    func addRoutes(to router: RouterGroup<TesseraRequestContext>) {
        router.get("claim/:secret") { request, context in
            _ = try await good(request, context)
            return try pages.page("claim", ["hours": "\(Int(HolderStore.sessionLength / .seconds(3600)))"])
        }
        router.post("claim/:secret", use: open)
    }

    private func open(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        try access.requireOwnForm(request)
        let secret = try await good(request, context)
        guard let session = try await access.holders.openSession(by: secret) else { throw Self.ended }
        return Response(
            status: .seeOther, headers: [.location: "/holder", .setCookie: access.setCookie(for: session)])
    }

    private func good(_ request: Request, _ context: TesseraRequestContext) async throws -> LinkSecret {
        _ = try QueryParameters(request, known: [])
        guard let secret = LinkSecret(try context.parameters.require("secret")) else { throw Self.unknown }
        switch try await access.holders.state(ofClaimLink: secret) {
        case .good: return secret
        case .ended: throw Self.ended
        case .unknown: throw Self.unknown
        }
    }

    private static let ended = Problem(
        .gone, "claim-link",
        "This link has expired or was withdrawn. Your training organisation can give you a new one; your credentials "
            + "are not touched by it.")
    private static let unknown = Problem(
        .notFound, "claim-link",
        "There is no such link. Perhaps a part of it is missing: open it again from where you got it.")
}
