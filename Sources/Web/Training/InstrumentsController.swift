internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/api/instruments`: tests, surveys, observations, self-assessments and follow-ups, their versions and items.
struct InstrumentsController {
    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("instruments") { _, context -> Response in
            try await .found(store(context, .trainingRead).instruments(), "list")
        }
        group.get("instruments/:code") { _, context -> Response in
            let code = try context.parameters.require("code")
            return try await .found(store(context, .trainingRead).instrument(code), "instrument \(code)")
        }
        let version = group.group("instruments/:code/versions/:version")
        version.get { _, context -> Response in
            let (code, version) = try Self.named(context)
            let found = try await store(context, .trainingRead).version(version, of: code)
            return try .found(found, "version \(version) of instrument \(code)")
        }
        version.put { request, context -> Response in
            let instruments = try store(context, .pilotsWrite)
            let (code, version) = try Self.named(context)
            let definition = try await request.definition(upTo: limits.bodyBytes, "code", is: code)
            guard try JSONDocument(parsing: definition).root["version"]?.string == version else {
                throw Problem(.badRequest, "definition", "/version must be the one in the URL, \"\(version)\".") {
                    $0.member("pointer", string: "/version")
                }
            }
            try await instruments.define(definition)
            return Response(status: .noContent)
        }
        version.post("publish") { _, context -> Response in
            let (code, version) = try Self.named(context)
            let caller = try context.requireCaller(.pilotsWrite)
            try await store(context, .pilotsWrite).publish(version, of: code, by: caller.name)
            return Response(status: .noContent)
        }
    }

    /// The instrument and the version that the URL names.
    private static func named(_ context: TesseraRequestContext) throws -> (code: String, version: String) {
        (try context.parameters.require("code"), try FrameworkWish.segment("version", context))
    }

    /// The instruments that the caller may see, if it has the scope.
    private func store(_ context: TesseraRequestContext, _ scope: Scope) throws -> InstrumentStore {
        InstrumentStore(access.database(for: try context.requireCaller(scope)))
    }
}
