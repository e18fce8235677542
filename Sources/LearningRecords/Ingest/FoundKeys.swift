internal import LibPQ
internal import Schema
internal import XAPI

/// Keys that the database told, new or old.
///
/// All dictionaries are asked in one round trip and one transaction. Rows are added in one order by every writer, and so
/// are the dictionaries: writers never wait in a circle.
struct FoundKeys: Sendable {
    let activities: [(Int64, String, String?)]
    let agents: [(Int64, String, String, String)]
    let verbs: [(Int32, String)]
    private(set) var authorities: [(Authority, Int32)] = []

    init(_ missing: KeyDictionary.Missing, in pool: ConnectionPool) async throws {
        (activities, agents, verbs) = try await pool.withConnection { db in
            try await db.pipeline { pipeline in
                let activities = Self.activities(missing).map {
                    pipeline.rows($0, as: (Int64, String, String?).self)
                }
                let agents = Self.agents(missing).map { pipeline.rows($0, as: (Int64, String, String, String).self) }
                let verbs = Self.verbs(missing).map { pipeline.rows($0, as: (Int32, String).self) }
                return { (try activities?.get() ?? [], try agents?.get() ?? [], try verbs?.get() ?? []) }
            }()
        }
        for authority in missing.authorities {
            let name = KeyDictionary.AgentName(authority.agent)
            let agent = agents.first { KeyDictionary.AgentName(kind: $0.1, identifier: $0.2, homePage: $0.3) == name }
            guard let agent else { continue }
            let query = Queries.learningRecordsFindAuthority(agent.0, JSONText(authority.document), authority.digest)
            let key = try await pool.withConnection { db in try await db.one(query, as: Int32.self) }
            authorities.append((authority, key))
        }
    }

    private static func activities(_ missing: KeyDictionary.Missing) -> Query? {
        guard !missing.activities.isEmpty else { return nil }
        let (earlier, last) = (missing.earlierDefinitions, missing.activities.values)
        return Queries.learningRecordsFindActivities(
            earlier.map(\.iri) + last.map(\.iri), earlier.map { _ in nil } + last.map(\.type),
            earlier.map { JSONText($0.definition) } + last.map { $0.definition.map { JSONText($0) } })
    }

    private static func agents(_ missing: KeyDictionary.Missing) -> Query? {
        guard !missing.agents.isEmpty else { return nil }
        let rows = Array(missing.agents)
        return Queries.learningRecordsFindAgents(
            rows.map(\.key.kind.text), rows.map(\.key.identifier.text), rows.map(\.key.homePage.text),
            rows.map(\.value))
    }

    private static func verbs(_ missing: KeyDictionary.Missing) -> Query? {
        missing.verbs.isEmpty ? nil : Queries.learningRecordsFindVerbs(missing.verbs.map(\.text))
    }
}
