internal import FoundationEssentials
internal import LibPQ
internal import Schema
internal import XAPI

extension StatementStore {
    /// A page of statements in the order in which they were stored.
    public func page(_ filter: StatementFilter) async throws -> StatementPage {
        let limit = filter.limit == 0 ? StatementPage.maximumStatements : filter.limit
        let count = min(limit, StatementPage.maximumStatements)
        return try await pool.withConnection { db in
            guard let keys = try await FilterKeys(filter, db: db) else {
                return StatementPage(statements: [], next: nil)
            }
            let query = Self.pageQuery(filter, keys: keys, count: count + 1)
            let rows = try await db.rows(query, as: ServedRow.Columns.self)
            let page = rows.prefix(count).map(ServedRow.init)
            let next = rows.count > count ? page.last.map { StatementCursor(key: $0.key) } : nil
            return StatementPage(statements: page.map(\.bytes), next: next)
        }
    }

    /// The keys of what a filter names.
    private struct FilterKeys {
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

    /// Every filter is a condition on keys; the key itself is the time of storing, so `since`, `until` and the cursor
    /// are one range of it.
    private static func pageQuery(_ filter: StatementFilter, keys: FilterKeys, count: Int) -> Query {
        var sql = Query.StringInterpolation(literalCapacity: 1024, interpolationCount: 8)
        sql.appendLiteral(
            """
            SELECT
                s.statement_key, s.statement_id, s.id_sent, s.payload, s.stored,
                CASE WHEN NOT s.timestamp_sent THEN s."timestamp" END, a.document, s.version, s.version_sent
            FROM lrs.statement AS s
            JOIN lrs.authority AS a ON a.authority_key = s.authority_key
            WHERE NOT s.voided
            """)
        func and(_ condition: String, _ value: some PostgresEncodable, _ rest: String = "") {
            sql.appendLiteral(" AND \(condition) ")
            sql.appendInterpolation(value)
            sql.appendLiteral(rest)
        }
        if let registration = filter.registration { and("s.registration =", registration) }
        if let verb = keys.verb { and("s.verb_key =", verb) }
        if let authority = keys.authority { and("a.agent_key =", authority) }
        if let activity = keys.activity {
            and(
                "EXISTS (SELECT FROM lrs.statement_activity AS l WHERE l.statement_key = s.statement_key AND l.activity_key =",
                activity, filter.relatedActivities ? ")" : " AND l.role = 'object')")
        }
        if let agent = keys.agent {
            and(
                "EXISTS (SELECT FROM lrs.statement_agent AS l WHERE l.statement_key = s.statement_key AND l.agent_key =",
                agent,
                filter.relatedAgents ? ")" : " AND l.role IN ('actor', 'actor_member', 'object', 'object_member'))")
        }
        if let first = filter.firstKey { and("s.statement_key >=", first) }
        if let end = filter.endKey { and("s.statement_key <", end) }
        if let cursor = filter.cursor { and(filter.ascending ? "s.statement_key >" : "s.statement_key <", cursor.key) }
        sql.appendLiteral(
            filter.ascending ? " ORDER BY s.statement_key LIMIT " : " ORDER BY s.statement_key DESC LIMIT ")
        sql.appendInterpolation(count)
        return Query(stringInterpolation: sql)
    }
}

extension StatementFilter {
    /// The smallest key that a statement stored after `since` can have.
    fileprivate var firstKey: Int64? { since.map { StatementFilter.firstKey(afterMillisecondOf: $0) } }

    /// The smallest key that a statement stored after `until` can have.
    fileprivate var endKey: Int64? { until.map { StatementFilter.firstKey(afterMillisecondOf: $0) } }

    /// The smallest key of the millisecond that follows the one of a moment.
    ///
    /// `stored` has whole milliseconds, so what is stored after a moment is stored in a later millisecond.
    /// The same arithmetic as `lrs.first_key_at`.
    private static func firstKey(afterMillisecondOf moment: LibPQ.Timestamp) -> Int64 {
        let (quotient, remainder) = moment.microseconds.quotientAndRemainder(dividingBy: 1000)
        let milliseconds = remainder < 0 ? quotient - 1 : quotient
        let bounded = min(max(milliseconds, -1), (1 << 43) - 2)
        return (bounded + 1) << 20
    }
}
