internal import Hummingbird
internal import Operations
internal import Training

/// `/api/curricula`: curricula, their versions, and what these cover of the profiles that they are for.
struct CurriculaController {
    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("curricula") { _, context in
            try await Response.found(store(context, .trainingRead).curricula(), "list")
        }
        let curriculum = group.group("curricula/:code")
        curriculum.get { _, context in
            let code = try context.parameters.require("code")
            return try await Response.found(store(context, .trainingRead).curriculum(code), "curriculum \(code)")
        }
        curriculum.put { request, context in
            let curricula = try store(context, .pilotsWrite)
            let code = try context.parameters.require("code")
            try await curricula.define(request.definition(upTo: limits.bodyBytes, "code", is: code))
            return Response(status: .noContent)
        }
        addVersionRoutes(to: curriculum.group("versions/:version"))
    }

    private func addVersionRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get { _, context in
            let (code, version) = try Self.named(context)
            let found = try await store(context, .trainingRead).version(version, of: code)
            return try Response.found(found, "version \(version) of curriculum \(code)")
        }
        group.put { request, context in
            let curricula = try store(context, .pilotsWrite)
            let (code, version) = try Self.named(context)
            let definition = try await request.definition(upTo: limits.bodyBytes, "version", is: version)
            try await curricula.defineVersion(of: code, definition)
            return Response(status: .noContent)
        }
        group.post("publish") { _, context in
            let (code, version) = try Self.named(context)
            try await store(context, .pilotsWrite).publish(version, of: code)
            return Response(status: .noContent)
        }
        group.get("coverage") { _, context in
            let (code, version) = try Self.named(context)
            let found = try await store(context, .trainingRead).coverage(of: version, of: code)
            return try Response.found(found, "version \(version) of curriculum \(code)")
        }
    }

    /// The curriculum and the version that the URL names.
    private static func named(_ context: TesseraRequestContext) throws -> (code: String, version: String) {
        (try context.parameters.require("code"), try FrameworkWish.segment("version", context))
    }

    /// The curricula that the caller may see, if it has the scope.
    private func store(_ context: TesseraRequestContext, _ scope: Scope) throws -> CurriculumStore {
        CurriculumStore(access.database(for: try context.requireCaller(scope)))
    }
}
