internal import LibPQ
internal import XAPI

/// The keys of what a filter names.
struct FilterKeys {
    var agent: Int64?
    var activity: Int64?
    var verb: Int32?
    var authority: Int64?

    /// Nil when something is named that no statement names.
    init?(_ filter: StatementFilter, db: borrowing Connection) async throws {
        if let iri = filter.activity {
            activity = try await db.first(
                "SELECT activity_key FROM lrs.activity WHERE iri = \(iri)", as: Int64.self)
            if activity == nil { return nil }
        }
        if let iri = filter.verb {
            verb = try await db.first("SELECT verb_key FROM lrs.verb WHERE iri = \(iri)", as: Int32.self)
            if verb == nil { return nil }
        }
        if let identity = filter.agent {
            agent = try await Self.key(of: identity, db: db)
            if agent == nil { return nil }
        }
        if let identity = filter.authority {
            authority = try await Self.key(of: identity, db: db)
            if authority == nil { return nil }
        }
    }

    private static func key(of identity: AgentIdentity, db: borrowing Connection) async throws -> Int64? {
        try await db.first(
            """
            SELECT agent_key FROM lrs.agent
            WHERE identifier = \(identity.identifier) AND home_page = \(identity.homePage ?? "")
                AND kind = \(identity.kind.rawValue)::text::lrs.identifier_kind
            """, as: Int64.self)
    }
}
