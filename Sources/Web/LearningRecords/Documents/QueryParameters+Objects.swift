internal import HTTPTypes
internal import XAPI

extension QueryParameters {
    /// The longest IRI in bytes that names an activity here.
    private static let maximumIRIBytes = 2000

    /// The activity that `activityId` names.
    /// - Throws: A 400 ``Problem`` when it is missing or no IRI.
    func activity() throws -> String {
        let iri = try value("activityId", mustBe: "an absolute IRI of at most \(Self.maximumIRIBytes) bytes") {
            IRI.isValid($0) && $0.utf8.count <= Self.maximumIRIBytes ? $0 : nil
        }
        guard let iri else { throw Problem.missing("activityId") }
        return iri
    }

    /// The Agent that `agent` names: no Group, whose identifier can stand in an Agent (xAPI 1.0.3 Communication §2.6).
    /// - Throws: A 400 ``Problem`` when it is missing or no Agent, with every fault of it.
    func agent(version: XAPIVersion) throws -> AgentIdentity {
        guard let text = self["agent"] else { throw Problem.missing("agent") }
        let agent: AgentIdentity
        do { agent = try AgentIdentity.parse(query: Array(text.utf8), version: version) } catch {
            throw Problem(.badRequest, "query", "agent: \(error.summary)")
        }
        guard !agent.isGroup else {
            throw Problem(.badRequest, "query", "agent: a Group; name it by its identifier in an Agent.")
        }
        return agent
    }
}

extension Problem {
    /// A parameter is missing.
    static func missing(_ name: String) -> Problem {
        Problem(.badRequest, "query", "\(name): missing.")
    }
}
