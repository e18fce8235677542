internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/api/actions`: what is done about findings, by whom and until when, how far it is, and what came of it.
struct ActionsController {
    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("actions", use: list)
        group.get("actions/:action") { request, context -> Response in
            let actions = ActionStore(access.database(for: try context.requireCaller(.trainingRead)))
            _ = try QueryParameters(request, known: [])
            return try await show(try Self.number(context), in: actions)
        }
        group.post("actions/:action/state") { request, context -> Response in
            try await change(request, context) { try await $0.move($1, $2, by: $3) }
        }
        group.post("actions/:action/effect") { request, context -> Response in
            try await change(request, context) { try await $0.checkEffect(of: $1, $2, by: $3) }
        }
        group.post("actions/:action/proposal") { request, context -> Response in
            _ = try context.requireCaller(.pilotsWrite)
            _ = try context.requireCaller(.frameworkPropose, .frameworkWrite)
            return try await change(request, context) { try await $0.openProposal(for: $1, $2, by: $3) }
        }
        group.post("actions/:action/reopening", use: reopen)
    }

    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let actions = ActionStore(access.database(for: try context.requireCaller(.trainingRead)))
        let parameters = try QueryParameters(request, known: ["pilot", "state", "overdue"])
        let states = ActionState.allCases.map(\.rawValue).joined(separator: ", ")
        let state = try parameters.value("state", mustBe: "one of \(states)", ActionState.init(rawValue:))
        let overdue = try parameters.flag("overdue")
        return try await .found(
            actions.actions(of: parameters["pilot"], in: state, overdue: overdue), "list")
    }

    /// Changes an action, and answers with what it is then.
    private func change(
        _ request: Request, _ context: TesseraRequestContext,
        _ change: (ActionStore, Int64, [UInt8], String) async throws -> Void
    ) async throws -> Response {
        let caller = try context.requireCaller(.pilotsWrite)
        _ = try QueryParameters(request, known: [])
        let number = try Self.number(context)
        let body = try await request.definition(upTo: limits.bodyBytes)
        let actions = ActionStore(access.database(for: caller))
        try await change(actions, number, body, caller.name)
        return try await show(number, in: actions)
    }

    private func reopen(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.pilotsWrite)
        _ = try QueryParameters(request, known: [])
        let number = try Self.number(context)
        let body = try await request.definition(upTo: limits.bodyBytes)
        let action = try await ActionStore(access.database(for: caller)).reopen(number, body, by: caller.name)
        return .created("id", action, at: "/api/actions/\(action)")
    }

    private func show(_ number: Int64, in actions: ActionStore) async throws -> Response {
        try await .found(actions.action(number), "action \(number)")
    }

    private static func number(_ context: TesseraRequestContext) throws -> Int64 {
        try context.number("action", of: "an action")
    }
}
