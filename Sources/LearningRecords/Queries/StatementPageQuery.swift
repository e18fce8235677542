internal import FoundationEssentials
internal import LibPQ

/// The SQL of a page of statements, or of how many there are on all pages.
///
/// Every filter is a condition on keys; the key itself is the time of storing, so `since`, `until` and the cursor are
/// one range of it. A statement whose object is a StatementRef is also found by what the statement says that it refers
/// to, as a whole and through chains; the range applies to the referring statement itself (xAPI 2.0 §4.1.3.3).
struct StatementPageQuery {
    /// What is asked of the statements that the filter finds.
    enum Purpose {
        /// So many of them, from the cursor on.
        case page(Int)
        /// Their number.
        case count
    }

    private let filter: StatementFilter
    private let keys: FilterKeys
    private let purpose: Purpose
    private var sql = Query.StringInterpolation(literalCapacity: 2048, interpolationCount: 16)

    init(_ filter: StatementFilter, keys: FilterKeys, purpose: Purpose) {
        self.filter = filter
        self.keys = keys
        self.purpose = purpose
    }

    var query: Query {
        var copy = self
        copy.build()
        return Query(stringInterpolation: copy.sql)
    }

    private mutating func build() {
        switch purpose {
        case .count:
            sql.appendLiteral("SELECT count(*) FROM (")
            find()
            sql.appendLiteral(") AS page")
        case .page(let count):
            sql.appendLiteral(
                """
                SELECT
                    s.statement_key, s.statement_id, s.id_sent, s.payload, s.stored,
                    CASE WHEN NOT s.timestamp_sent THEN s."timestamp" END, a.document, s.version, s.version_sent
                FROM (
                """)
            find()
            sql.appendLiteral(
                """
                ) AS page
                JOIN lrs.statement AS s ON s.statement_key = page.statement_key
                JOIN lrs.authority AS a ON a.authority_key = s.authority_key
                """)
            order(count)
        }
    }

    /// The keys of the statements that say what is asked for, or refer to one that does.
    private mutating func find() {
        let isVisible = filter.includesVoided ? "TRUE" : "NOT s.voided"
        sql.appendLiteral("(SELECT s.statement_key FROM lrs.statement AS s WHERE \(isVisible)")
        match("s")
        range()
        sql.appendLiteral(")")
        guard filter.looksInside else { return }
        sql.appendLiteral(
            """
             UNION (
            SELECT s.statement_key
            FROM lrs.statement AS t
            JOIN lrs.statement_reference AS r ON r.target_key = t.statement_key
            JOIN lrs.statement AS s ON s.statement_key = r.referrer_key
            WHERE \(isVisible)
            """)
        match("t")
        range()
        sql.appendLiteral(")")
    }

    /// What the statement under an alias must say.
    private mutating func match(_ alias: String) {
        and("\(alias).registration", among: filter.registrations)
        and("\(alias).verb_key", among: keys.verbs)
        and(
            "EXISTS (SELECT FROM lrs.statement_activity AS l WHERE l.statement_key = \(alias).statement_key AND l.activity_key",
            among: keys.activities, filter.relatedActivities ? ")" : " AND l.role = 'object')")
        and(
            "EXISTS (SELECT FROM lrs.statement_agent AS l WHERE l.statement_key = \(alias).statement_key AND l.agent_key",
            among: keys.agents,
            filter.relatedAgents ? ")" : " AND l.role IN ('actor', 'actor_member', 'object', 'object_member'))")
    }

    /// Which of the statements are meant, and for a page the first of them.
    private mutating func range() {
        and("s.statement_id", among: filter.ids)
        if let authority = keys.authority {
            and("s.authority_key =", authority)
        }
        if let first = filter.firstKey { and("s.statement_key >=", first) }
        if let end = filter.endKey { and("s.statement_key <", end) }
        guard case .page(let count) = purpose else { return }
        if let cursor = filter.cursor { and(filter.ascending ? "s.statement_key >" : "s.statement_key <", cursor.key) }
        order(count)
    }

    private mutating func order(_ count: Int) {
        sql.appendLiteral(
            filter.ascending ? " ORDER BY s.statement_key LIMIT " : " ORDER BY s.statement_key DESC LIMIT ")
        sql.appendInterpolation(count)
    }

    private mutating func and(_ condition: String, _ value: some PostgresEncodable, _ rest: String = "") {
        sql.appendLiteral(" AND \(condition) ")
        sql.appendInterpolation(value)
        sql.appendLiteral(rest)
    }

    /// Nothing for no values; one value is compared with as such, which keeps the order of the index.
    private mutating func and<Value: PostgresEncodableElement>(
        _ column: String, among values: [Value], _ rest: String = ""
    ) {
        guard let first = values.first else { return }
        if values.count == 1 { return and(column + " =", first, rest) }
        and(column + " = ANY (", values, ")" + rest)
    }
}

extension StatementFilter {
    /// Whether it asks for something that statements say, and not only for a time.
    fileprivate var looksInside: Bool {
        !(registrations.isEmpty && verbs.isEmpty && activities.isEmpty && agents.isEmpty)
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
