internal import Awarding
internal import FoundationEssentials
internal import Hummingbird
internal import JSON
internal import Operations

/// `/api/holders/claim-links`: links that let people in to their credentials, for who hands them over.
struct ClaimLinksController {
    let access: TrainingAccess
    let limits: RequestLimits
    let baseURL: String

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post("holders/claim-links", use: make)
        group.delete("holders/claim-links/:id", use: revoke)
    }

    private func make(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.credentialsWrite)
        let person = try await request.definition(upTo: limits.bodyBytes)
        let made = try await ClaimLinkStore(access.database(for: caller)).make(for: person, by: caller.name)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", string: made.id.uuidString.lowercased())
            writer.member("url", string: "\(baseURL)/claim/\(made.secret.text)")
            writer.member("expiresAt", string: made.expiresAt.formatted(.iso8601))
        }
        return .json(writer.bytes, status: .created, headers: [.cacheControl: "no-store"])
    }

    private func revoke(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.credentialsWrite)
        let text = try context.parameters.require("id")
        guard let id = UUID(canonical: text) else {
            throw Problem(.notFound, "not-found", "There is no claim link \"\(text.prefix(50))\", or not for this key.")
        }
        try await ClaimLinkStore(access.database(for: caller)).revoke(id, by: caller.name)
        return Response(status: .noContent)
    }
}
