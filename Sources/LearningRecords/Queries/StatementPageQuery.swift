internal import FoundationEssentials
internal import LibPQ

/// The SQL of a page of statements.
///
/// Every filter is a condition on keys; the key itself is the time of storing, so `since`, `until` and the cursor are
/// one range of it. A statement whose object is a StatementRef is also found by what the statement says that it refers
/// to, as a whole and through chains; the range applies to the referring statement itself (xAPI 2.0 §4.1.3.3).
struct StatementPageQuery {
    private let filter: StatementFilter
    private let keys: FilterKeys
    private let count: Int
    private var sql = Query.StringInterpolation(literalCapacity: 2048, interpolationCount: 16)

    init(_ filter: StatementFilter, keys: FilterKeys, count: Int) {
        self.filter = filter
        self.keys = keys
        self.count = count
    }

    var query: Query {
        var copy = self
        copy.build()
        return Query(stringInterpolation: copy.sql)
    }

    private mutating func build() {
        sql.appendLiteral(
            """
            SELECT
                s.statement_key, s.statement_id, s.id_sent, s.payload, s.stored,
                CASE WHEN NOT s.timestamp_sent THEN s."timestamp" END, a.document, s.version, s.version_sent
            FROM ((
                SELECT s.statement_key FROM lrs.statement AS s WHERE NOT s.voided
            """)
        match("s")
        range()
        if filter.looksInside {
            sql.appendLiteral(
                """
                ) UNION (
                SELECT s.statement_key
                FROM lrs.statement AS t
                JOIN lrs.statement_reference AS r ON r.target_key = t.statement_key
                JOIN lrs.statement AS s ON s.statement_key = r.referrer_key
                WHERE NOT s.voided
                """)
            match("t")
            range()
        }
        sql.appendLiteral(
            """
            )) AS page
            JOIN lrs.statement AS s ON s.statement_key = page.statement_key
            JOIN lrs.authority AS a ON a.authority_key = s.authority_key
            """)
        order()
    }

    /// What the statement under an alias must say.
    private mutating func match(_ alias: String) {
        if let registration = filter.registration { and("\(alias).registration =", registration) }
        if let verb = keys.verb { and("\(alias).verb_key =", verb) }
        if let activity = keys.activity {
            and(
                "EXISTS (SELECT FROM lrs.statement_activity AS l WHERE l.statement_key = \(alias).statement_key AND l.activity_key =",
                activity, filter.relatedActivities ? ")" : " AND l.role = 'object')")
        }
        if let agent = keys.agent {
            and(
                "EXISTS (SELECT FROM lrs.statement_agent AS l WHERE l.statement_key = \(alias).statement_key AND l.agent_key =",
                agent,
                filter.relatedAgents ? ")" : " AND l.role IN ('actor', 'actor_member', 'object', 'object_member'))")
        }
    }

    /// Which of the statements may stand on the page, and the first of them.
    private mutating func range() {
        if let authority = keys.authority {
            and("s.authority_key IN (SELECT authority_key FROM lrs.authority WHERE agent_key =", authority, ")")
        }
        if let first = filter.firstKey { and("s.statement_key >=", first) }
        if let end = filter.endKey { and("s.statement_key <", end) }
        if let cursor = filter.cursor { and(filter.ascending ? "s.statement_key >" : "s.statement_key <", cursor.key) }
        order()
    }

    private mutating func order() {
        sql.appendLiteral(
            filter.ascending ? " ORDER BY s.statement_key LIMIT " : " ORDER BY s.statement_key DESC LIMIT ")
        sql.appendInterpolation(count)
    }

    private mutating func and(_ condition: String, _ value: some PostgresEncodable, _ rest: String = "") {
        sql.appendLiteral(" AND \(condition) ")
        sql.appendInterpolation(value)
        sql.appendLiteral(rest)
    }
}

extension StatementFilter {
    /// Whether it asks for something that statements say, and not only for a time.
    fileprivate var looksInside: Bool {
        registration != nil || verb != nil || activity != nil || agent != nil
    }

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
