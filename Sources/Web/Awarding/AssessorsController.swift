internal import Awarding
internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// Who may assess in a pilot, or in all that a partner runs, and whether a person approves a pilot's awards.
struct AssessorsController {
    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("pilots/:code/assessors") { _, context -> Response in
            try await show(context) { .pilot($0) }
        }
        group.put("pilots/:code/assessors") { request, context -> Response in
            try await define(request, context) { .pilot($0) }
        }
        group.get("partners/:code/assessors") { _, context -> Response in
            try await show(context) { .partner($0) }
        }
        group.put("partners/:code/assessors") { request, context -> Response in
            try await define(request, context) { .partner($0) }
        }
        group.get("pilots/:code/approval") { _, context -> Response in
            let code = try context.parameters.require("code")
            let rules = store(try context.requireCaller(.rulesRead))
            return try await .found(rules.approval(ofPilot: code), "pilot \(code)")
        }
        group.put("pilots/:code/approval", use: setApproval)
    }

    private func show(
        _ context: TesseraRequestContext, _ owner: (String) -> RuleStore.AssessorOwner
    ) async throws -> Response {
        let rules = store(try context.requireCaller(.rulesRead))
        let code = try context.parameters.require("code")
        return try await .found(rules.assessors(of: owner(code)), "list of assessors of \(code)")
    }

    private func define(
        _ request: Request, _ context: TesseraRequestContext, _ owner: (String) -> RuleStore.AssessorOwner
    ) async throws -> Response {
        let caller = try context.requireCaller(.rulesWrite)
        let code = try context.parameters.require("code")
        let definition = try await request.definition(upTo: limits.bodyBytes)
        try await store(caller).defineAssessors(of: owner(code), definition, by: caller.name)
        return Response(status: .noContent)
    }

    private func setApproval(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.rulesWrite)
        let code = try context.parameters.require("code")
        let root = try await request.json(upTo: limits.bodyBytes).root
        // What reading it shows may be sent again.
        try root.requireMembers(["required", "changedAt", "changedBy"])
        guard let isRequired = root["required"]?.boolean else {
            throw Problem(definition: "/required", "must be true or false")
        }
        try await store(caller).setApproval(ofPilot: code, required: isRequired, by: caller.name)
        return Response(status: .noContent)
    }

    /// The rules that the caller may see.
    private func store(_ caller: Caller) -> RuleStore { RuleStore(access.database(for: caller)) }
}
