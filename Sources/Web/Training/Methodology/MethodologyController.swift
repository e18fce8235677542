internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/api/methodology`: the methodologies by which pilots are evaluated, in versions.
struct MethodologyController {
    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("methodology") { _, context -> Response in
            try await .found(store(context, .trainingRead).methodologies(), "list")
        }
        group.get("methodology/:code/versions/:version") { _, context -> Response in
            let (code, version) = try Self.names(context)
            return try await .found(
                store(context, .trainingRead).version(version, of: code), "version \(version) of methodology \(code)")
        }
        group.put("methodology/:code/versions/:version", use: put)
        group.post("methodology/:code/versions/:version/publish") { _, context -> Response in
            let caller = try Self.scheme(context)
            let (code, version) = try Self.names(context)
            try await MethodologyStore(access.database(for: caller)).publish(version, of: code, by: caller.name)
            return Response(status: .noContent)
        }
    }

    /// Defines a version, or brings a draft up to date; refused with everything that is wrong with it.
    private func put(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try Self.scheme(context)
        let (code, version) = try Self.names(context)
        let definition = try await request.definition(upTo: limits.bodyBytes, ["code": code, "version": version])
        let faults = try await MethodologyStore(access.database(for: caller)).define(definition)
        guard faults.isEmpty else {
            let details = faults.faults.map { "\($0)." }.joined(separator: " ")
            throw Problem(.badRequest, "methodology", details) { $0.member("faults", raw: faults.json) }
        }
        return Response(status: .noContent)
    }

    /// The caller, if it may change what is the scheme's.
    private static func scheme(_ context: TesseraRequestContext) throws -> Caller {
        let caller = try context.requireCaller(.pilotsWrite)
        guard caller.partnerCode == nil else {
            throw Problem(.forbidden, "forbidden", "The methodology is the scheme's: no partner's key changes it.")
        }
        return caller
    }

    private static func names(_ context: TesseraRequestContext) throws -> (code: String, version: String) {
        (try context.parameters.require("code"), try FrameworkWish.segment("version", context))
    }

    /// The methodologies, if the caller has the scope.
    private func store(_ context: TesseraRequestContext, _ scope: Scope) throws -> MethodologyStore {
        MethodologyStore(access.database(for: try context.requireCaller(scope)))
    }
}
