internal import LibPQ
internal import XAPI

/// The keys of what a filter names.
struct FilterKeys {
    var agents: [Int64] = []
    var activities: [Int64] = []
    var verbs: [Int32] = []
    var authority: Int32?

    /// Nil when of something that is named no statement names any.
    init?(_ filter: StatementFilter, db: borrowing Connection) async throws {
        if !filter.activities.isEmpty {
            activities = try await db.rows(
                "SELECT activity_key FROM lrs.activity WHERE iri = ANY (\(filter.activities))", as: Int64.self)
            if activities.isEmpty { return nil }
        }
        if !filter.verbs.isEmpty {
            verbs = try await db.rows(
                "SELECT verb_key FROM lrs.verb WHERE iri = ANY (\(filter.verbs))", as: Int32.self)
            if verbs.isEmpty { return nil }
        }
        if !filter.agents.isEmpty {
            agents = try await Self.keys(of: filter.agents, db: db)
            if agents.isEmpty { return nil }
        }
        if let digest = filter.authority?.digest {
            authority = try await db.first(
                "SELECT authority_key FROM lrs.authority WHERE digest = \(digest)", as: Int32.self)
            if authority == nil { return nil }
        }
    }

    private static func keys(of identities: [AgentIdentity], db: borrowing Connection) async throws -> [Int64] {
        let kinds = identities.map(\.kind.rawValue)
        let homePages = identities.map { $0.homePage ?? "" }
        return try await db.rows(
            """
            SELECT DISTINCT a.agent_key
            FROM unnest(\(kinds)::text[], \(identities.map(\.identifier))::text[], \(homePages)::text[])
                AS n (kind, identifier, home_page)
            JOIN lrs.agent AS a
                ON a.identifier = n.identifier AND a.home_page = n.home_page AND a.kind = n.kind::lrs.identifier_kind
            """, as: Int64.self)
    }
}
