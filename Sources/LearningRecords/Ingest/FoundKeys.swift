internal import LibPQ
internal import Schema
internal import XAPI

/// Keys that the database told, new or old.
///
/// Each dictionary is asked in a transaction of its own: rows are added in one order by every writer and held for as
/// short as can be, so writers never wait in a circle.
struct FoundKeys: Sendable {
    private(set) var activities: [(Int64, String, String?)] = []
    private(set) var agents: [(Int64, String, String, String)] = []
    private(set) var verbs: [(Int32, String)] = []
    private(set) var authorities: [(Authority, Int32)] = []

    init(_ missing: KeyDictionary.Missing, in pool: ConnectionPool) async throws {
        if !missing.activities.isEmpty {
            let (earlier, last) = (missing.earlierDefinitions, missing.activities.values)
            let query = Queries.learningRecordsFindActivities(
                earlier.map(\.iri) + last.map(\.iri), earlier.map { _ in nil } + last.map(\.type),
                earlier.map { JSONText($0.definition) } + last.map { $0.definition.map { JSONText($0) } })
            activities = try await pool.withTransaction { db in
                try await db.rows(query, as: (Int64, String, String?).self)
            }
        }
        if !missing.agents.isEmpty {
            let rows = Array(missing.agents)
            let query = Queries.learningRecordsFindAgents(
                rows.map(\.key.kind.text), rows.map(\.key.identifier.text), rows.map(\.key.homePage.text),
                rows.map(\.value))
            agents = try await pool.withTransaction { db in
                try await db.rows(query, as: (Int64, String, String, String).self)
            }
        }
        if !missing.verbs.isEmpty {
            let query = Queries.learningRecordsFindVerbs(missing.verbs.map(\.text))
            verbs = try await pool.withTransaction { db in try await db.rows(query, as: (Int32, String).self) }
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
}
