internal import Awarding
internal import Hummingbird
internal import Operations
internal import Training

/// `/api/rules`: what evidence shows a level, in versions of which the published one decides.
struct RulesController {
    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("rules") { _, context -> Response in
            try await .found(store(context.requireCaller(.rulesRead)).rules(), "list")
        }
        let rule = group.group("rules/:code")
        rule.get { _, context -> Response in
            let code = try context.parameters.require("code")
            return try await .found(store(context.requireCaller(.rulesRead)).rule(code), "rule \(code)")
        }
        rule.put { request, context -> Response in
            let caller = try context.requireCaller(.rulesWrite)
            let code = try context.parameters.require("code")
            let definition = try await request.definition(upTo: limits.bodyBytes, "code", is: code)
            try await store(caller).define(definition, by: caller.name)
            return Response(status: .noContent)
        }
        rule.get("versions") { _, context -> Response in
            let code = try context.parameters.require("code")
            return try await .found(store(context.requireCaller(.rulesRead)).versions(of: code), "rule \(code)")
        }
        rule.get("versions/:version") { _, context -> Response in
            let rules = store(try context.requireCaller(.rulesRead))
            let code = try context.parameters.require("code")
            let version = try context.parameters.require("version")
            // What is no number is no version either.
            let what = "version \(version.prefix(50)) of rule \(code)"
            guard let number = Int32(version) else { return try .found(nil, what) }
            return try await .found(rules.rule(code, version: number), what)
        }
        rule.post("publish") { _, context -> Response in
            try await change(context) { try await $0.publish($1, by: $2) }
        }
        rule.post("retire") { _, context -> Response in
            try await change(context) { try await $0.retire($1, by: $2) }
        }
    }

    private func change(
        _ context: TesseraRequestContext, _ body: (RuleStore, String, String) async throws -> Void
    ) async throws -> Response {
        let caller = try context.requireCaller(.rulesWrite)
        try await body(store(caller), context.parameters.require("code"), caller.name)
        return Response(status: .noContent)
    }

    /// The rules that the caller may see.
    private func store(_ caller: Caller) -> RuleStore { RuleStore(access.database(for: caller)) }
}
