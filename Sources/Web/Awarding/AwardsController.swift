internal import Awarding
internal import FoundationEssentials
internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/api/awards` and `/api/levels`: which levels people were awarded, why, what is missing for the next one, and what a
/// person decides of those that are proposed.
struct AwardsController {
    /// How many awards a page has, where nothing is said, and at most.
    private static let pageSizes: (usual: Int32, most: Int32) = (100, 1000)

    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("awards", use: list)
        group.get("awards/:id") { request, context -> Response in
            try await show(request, context) { try await $0.award($1) }
        }
        group.get("awards/:id/explanation") { request, context -> Response in
            try await show(request, context) { try await $0.explanation(of: $1) }
        }
        group.post("awards/:id/decision", use: decide)
        group.post("awards/reevaluation", use: reevaluate)
        group.get("levels", use: levels)
    }

    // MARK: - Reading

    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let awards = store(try context.requireCaller(.awardsRead))
        let parameters = try QueryParameters(request, known: ["pilot", "competence", "state", "limit", "after"])
        let states = AwardStore.State.allCases.map(\.rawValue).joined(separator: ", ")
        let filter = AwardStore.Filter(
            pilot: parameters["pilot"], competence: parameters["competence"],
            state: try parameters.value("state", mustBe: "one of \(states)", AwardStore.State.init(rawValue:)),
            after: try parameters.value("after", mustBe: "the id of an award, a UUID", UUID.init(canonical:)))
        let limit = try parameters.value("limit", mustBe: "a whole number from 1 to \(Self.pageSizes.most)") { text in
            Int32(text).flatMap { (1...Self.pageSizes.most).contains($0) ? $0 : nil }
        }
        return try await .found(awards.awards(filter, atMost: limit ?? Self.pageSizes.usual), "list")
    }

    private func show(
        _ request: Request, _ context: TesseraRequestContext, _ read: (AwardStore, UUID) async throws -> [UInt8]?
    ) async throws -> Response {
        let awards = store(try context.requireCaller(.awardsRead))
        _ = try QueryParameters(request, known: [])
        let id = try Self.id(context)
        return try await .found(read(awards, id), "award \(id.uuidString.lowercased())")
    }

    /// A person's levels of a competence: what was shown, and what is missing for the next one.
    private func levels(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let awards = store(try context.requireCaller(.awardsRead))
        let parameters = try QueryParameters(request, known: ["homePage", "name", "competence"])
        guard let homePage = parameters["homePage"], let name = parameters["name"],
            let competence = parameters["competence"]
        else {
            throw Problem(
                .badRequest, "query",
                "homePage, name and competence: name the person's account and the competence's code.")
        }
        let found = try await awards.explanation(ofAccount: name, at: homePage, competence: competence)
        return try .found(found, "such account or competence")
    }

    // MARK: - Deciding

    private func decide(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.awardsWrite)
        _ = try QueryParameters(request, known: [])
        let (awards, id) = (store(caller), try Self.id(context))
        let root = try await request.json(upTo: limits.bodyBytes).root
        try root.requireMembers(["outcome", "reason"])
        let reason = try root["reason"].map { value in
            guard let text = value.string else { throw Problem(definition: "/reason", "must be a text") }
            return text
        }
        switch root["outcome"]?.string {
        case "approved": try await awards.approve(id, because: reason, by: caller.name)
        case "refused":
            guard let reason else {
                throw Problem(definition: "/reason", "is required where an award is refused")
            }
            try await awards.refuse(id, because: reason, by: caller.name)
        default: throw Problem(definition: "/outcome", "must be approved or refused")
        }
        return try await .found(awards.award(id), "award")
    }

    /// Has evidence weighed anew: a pilot's, or everybody's.
    private func reevaluate(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.awardsWrite)
        _ = try QueryParameters(request, known: [])
        let root = try await request.json(upTo: limits.bodyBytes).root
        try root.requireMembers(["pilot"])
        let pilot = try root["pilot"].map { value in
            guard let code = value.string else { throw Problem(definition: "/pilot", "must be a pilot's code") }
            return code
        }
        guard pilot != nil || caller.partnerCode == nil else {
            throw Problem(.forbidden, "forbidden", "/pilot: a key of a partner names one of its pilots.") { writer in
                writer.member("pointer", string: "/pilot")
            }
        }
        try await store(caller).reevaluate(pilot: pilot)
        return Response(status: .accepted)
    }

    /// The award that the URL names.
    private static func id(_ context: TesseraRequestContext) throws -> UUID {
        let text = try context.parameters.require("id")
        guard let id = UUID(canonical: text) else {
            throw Problem(.notFound, "not-found", "There is no award \"\(text.prefix(50))\", or not for this key.")
        }
        return id
    }

    /// The awards that the caller may see.
    private func store(_ caller: Caller) -> AwardStore { AwardStore(access.database(for: caller)) }
}
