internal import Awarding
internal import FoundationEssentials
internal import Hummingbird
internal import JSON
internal import Operations

/// `/api/holders/claim-links`: links that let people in to their credentials, for who hands them over.
struct ClaimLinksController {
    /// How many links a page has, where nothing is said, and at most.
    private static let pageSizes: (usual: Int32, most: Int32) = (100, 1000)

    let access: TrainingAccess
    let limits: RequestLimits
    let baseURL: String

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("holders/claim-links", use: list)
        group.post("holders/claim-links", use: make)
        group.delete("holders/claim-links/:id", use: revoke)
    }

    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.credentialsWrite)
        let parameters = try QueryParameters(request, known: ["state", "limit", "after"])
        let states = ClaimLinkStore.State.allCases.map(\.rawValue).joined(separator: ", ")
        let state = try parameters.value(
            "state", mustBe: "one of \(states)", ClaimLinkStore.State.init(rawValue:))
        let after = try parameters.value("after", mustBe: "the id of a claim link, a UUID", UUID.init(canonical:))
        let limit = try parameters.value("limit", mustBe: "a whole number from 1 to \(Self.pageSizes.most)") { text in
            Int32(text).flatMap { (1...Self.pageSizes.most).contains($0) ? $0 : nil }
        }
        let links = ClaimLinkStore(access.database(for: caller))
        return try await .found(links.links(state, after: after, atMost: limit ?? Self.pageSizes.usual), "list")
    }

    private func make(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.credentialsWrite)
        _ = try QueryParameters(request, known: [])
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
        _ = try QueryParameters(request, known: [])
        let text = try context.parameters.require("id")
        guard let id = UUID(canonical: text) else {
            throw Problem(.notFound, "not-found", "There is no claim link \"\(text.prefix(50))\", or not for this key.")
        }
        try await ClaimLinkStore(access.database(for: caller)).revoke(id, by: caller.name)
        return Response(status: .noContent)
    }
}
