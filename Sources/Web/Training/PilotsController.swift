internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/api/pilots`: pilots, who is enrolled in them, their plans and their states.
struct PilotsController {
    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("pilots") { _, context -> Response in
            try await .found(store(context, .trainingRead).pilots(), "list")
        }
        let pilot = group.group("pilots/:code")
        pilot.get { _, context -> Response in try await show(.whole, context) }
        pilot.put(use: put)
        pilot.get("plan") { _, context -> Response in try await show(.plan, context) }
        pilot.put("plan") { request, context -> Response in
            try await change(request, context) { try await $0.definePlan(of: $1, $2) }
        }
        pilot.get("enrolments") { _, context -> Response in try await show(.enrolments, context) }
        pilot.put("enrolments") { request, context -> Response in
            try await change(request, context) { try await $0.defineEnrolments(of: $1, $2) }
        }
        pilot.get("invitations") { _, context -> Response in try await show(.invitations, context) }
        pilot.put("invitations") { request, context -> Response in
            try await change(request, context) { try await $0.defineInvitations(of: $1, $2) }
        }
        pilot.get("state") { _, context -> Response in try await show(.states, context) }
        pilot.post("state", use: move)
    }

    private func show(_ part: PilotPart, _ context: TesseraRequestContext) async throws -> Response {
        let code = try context.parameters.require("code")
        return try await .found(store(context, .trainingRead).document(part, of: code), "pilot \(code)")
    }

    /// Defines a pilot, or brings its definition up to date; sending the same again changes nothing.
    private func put(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.pilotsWrite)
        let code = try context.parameters.require("code")
        let body = try await request.definition(upTo: limits.bodyBytes, "code", is: code)
        // A partner's key defines that partner's pilots only.
        if let partner = caller.partnerCode {
            let partners = try JSONDocument(parsing: body).root["partners"]?.elements.map { $0["code"]?.string } ?? []
            guard partners.contains(partner) else {
                throw Problem(
                    .forbidden, "forbidden", "partners: this key defines pilots of the partner \(partner) only.")
            }
        }
        try await PilotStore(access.database(for: caller)).define(body, by: caller.name)
        return Response(status: .noContent)
    }

    /// Changes a part of a pilot that has an address of its own.
    private func change(
        _ request: Request, _ context: TesseraRequestContext,
        _ define: (PilotStore, String, [UInt8]) async throws -> Void
    ) async throws -> Response {
        let pilots = try store(context, .pilotsWrite)
        let code = try context.parameters.require("code")
        try await define(pilots, code, request.definition(upTo: limits.bodyBytes))
        return Response(status: .noContent)
    }

    /// Moves a pilot into another state; refused with everything that it lacks.
    private func move(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.pilotsWrite)
        let code = try context.parameters.require("code")
        let body = try await request.definition(upTo: limits.bodyBytes)
        let pilots = PilotStore(access.database(for: caller))
        let lacking = try await pilots.move(code, body, by: caller.name)
        let details = try JSONDocument(parsing: lacking).root.elements.compactMap { $0["detail"]?.string }
        guard details.isEmpty else {
            throw Problem(.conflict, "unmet-demands", details.joined(separator: " ")) { writer in
                writer.member("unmet", raw: lacking)
            }
        }
        return try await .found(pilots.document(.states, of: code), "pilot \(code)")
    }

    /// The pilots that the caller may see, if it has the scope.
    private func store(_ context: TesseraRequestContext, _ scope: Scope) throws -> PilotStore {
        PilotStore(access.database(for: try context.requireCaller(scope)))
    }
}
