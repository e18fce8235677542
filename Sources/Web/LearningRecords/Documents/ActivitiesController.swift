internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import Operations

/// `/xapi/activities` (xAPI 2.0 §4.1.6.4): what is known of an activity.
struct ActivitiesController {
    let store: StatementStore

    /// Adds the resource to a group of routes.
    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("activities", use: get)
        group.refuseOtherMethods("activities", allowed: [.get, .head])
    }

    /// GET: the Activity with its definition; only its id when nothing is known of it.
    private func get(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try context.requireCaller(.statementsRead, .statementsReadMine, .profile, .state, .define, .allRead)
        let iri = try QueryParameters(request, known: ["activityId"]).activity()
        let definition = try await store.definition(ofActivity: iri)
        var writer = JSONWriter()
        writer.object { activity in
            activity.member("objectType", string: "Activity")
            activity.member("id", string: iri)
            if let definition { activity.member("definition", raw: definition) }
        }
        return try .tagged(writer.bytes, for: request)
    }
}
