internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import Operations
internal import XAPI

/// `/xapi/agents` (xAPI 2.0 §4.1.6.3): what is known of an Agent, as a Person.
struct AgentsController {
    let store: StatementStore

    /// Adds the resource to a group of routes.
    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("agents", use: get)
        group.refuseOtherMethods("agents", allowed: [.get, .head])
    }

    /// GET: a Person with the identifier asked for, and the names that statements give it.
    ///
    /// Names from statements are for keys that may read all statements; others get back what they sent.
    private func get(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.statementsRead, .statementsReadMine, .profile, .state, .allRead)
        let parameters = try QueryParameters(request, known: ["agent"])
        let agent = try parameters.agent(version: context.requireVersion())
        var names = agent.name.map { [$0] } ?? []
        if caller.grants(.statementsRead) {
            for name in try await store.names(of: agent)
            where !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
                names.append(name)
            }
        }
        return try .tagged(Self.person(agent, names: names), for: request)
    }

    private static func person(_ agent: AgentIdentity, names: [String]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { person in
            person.member("objectType", string: "Person")
            if !names.isEmpty {
                person.member(
                    "name",
                    array: { writer in
                        for name in names { writer.string(name) }
                    })
            }
            person.member(agent.kind.rawValue, array: { $0.identifier(of: agent) })
        }
        return writer.bytes
    }
}

extension JSONWriter {
    /// Writes an identifier as an Agent has it.
    fileprivate mutating func identifier(of agent: AgentIdentity) {
        guard let homePage = agent.homePage else { return string(agent.identifier) }
        object { account in
            account.member("homePage", string: homePage)
            account.member("name", string: agent.identifier)
        }
    }
}
