internal import FoundationEssentials
internal import LibPQ
internal import XAPI

/// The SQL of a page of statements, or of how many there are on all pages.
///
/// Every filter is a condition on keys; the key itself is the time of storing, so `since`, `until` and the cursor are
/// one range of it. One of the things that are named drives the query: its statements are taken from its index in the
/// order of keys, each is looked at for the rest of the filter, and a full page ends it. When several of a kind are named
/// (as in queries by POST), each has a page of its own, of which one is made.
///
/// A statement whose object is a StatementRef is also found by what the statement says that it refers to, as a whole and
/// through chains; the range applies to the referring statement itself (xAPI 2.0 §4.1.3.3).
struct StatementPageQuery {
    /// What is asked of the statements that the filter finds.
    enum Purpose {
        /// So many of them, from the cursor on.
        case page(Int)
        /// Their number.
        case count
    }

    let filter: StatementFilter
    private let purpose: Purpose
    private var sql = Query.StringInterpolation(literalCapacity: 6144, interpolationCount: 32)
    private var isNaming = false

    /// So many references are looked through one by one, rather than those to the statements of what is named.
    private static let fewReferences = 1000

    init(_ filter: StatementFilter, purpose: Purpose) {
        self.filter = filter
        self.purpose = purpose
    }

    var query: Query { query(after: "") }

    /// The query after further SQL, such as EXPLAIN.
    func query(after prefix: String) -> Query {
        var copy = self
        copy.sql.appendLiteral(prefix)
        copy.build()
        return Query(stringInterpolation: copy.sql)
    }

    private mutating func build() {
        name()
        switch purpose {
        case .count:
            sql.appendLiteral("SELECT count(*) FROM (")
            find()
            sql.appendLiteral(") AS page")
        case .page:
            sql.appendLiteral("SELECT s.* FROM (")
            find()
            sql.appendLiteral(
                """
                ) AS page
                CROSS JOIN LATERAL (
                    SELECT
                        s.statement_key, s.statement_id, s.id_sent, s.payload, s.stored,
                        CASE WHEN NOT s.timestamp_sent THEN s."timestamp" END, a.document, s.version, s.version_sent
                    FROM lrs.statement AS s
                    JOIN lrs.authority AS a ON a.authority_key = s.authority_key
                    WHERE s.statement_key = page.statement_key
                    OFFSET 0
                ) AS s
                """)
            order("page.statement_key")
        }
    }

    // MARK: Finding

    /// The keys of the statements that say what is asked for, or refer to one that does.
    private mutating func find() {
        guard filter.looksInside else { return findDirectly() }
        sql.appendLiteral("SELECT DISTINCT found.statement_key FROM ((")
        findDirectly()
        sql.appendLiteral(") UNION ALL (")
        findInOrderOfReferrers()
        sql.appendLiteral(") UNION ALL (")
        findByTargets()
        sql.appendLiteral(")) AS found")
        order("found.statement_key")
    }

    private mutating func findDirectly() {
        guard let driver else {
            sql.appendLiteral("SELECT s.statement_key FROM lrs.statement AS s WHERE \(isVisible)")
            range("s.statement_key")
            meant()
            return order("s.statement_key")
        }
        sql.appendLiteral("SELECT found.statement_key FROM \(driver.names) AS named CROSS JOIN LATERAL (")
        sql.appendLiteral("SELECT d.statement_key FROM (")
        keys(of: driver, inRange: true)
        sql.appendLiteral(") AS d CROSS JOIN LATERAL (")
        statement("s", key: "d.statement_key", where: isVisible)
        conditions(on: "s", except: driver)
        meant()
        sql.appendLiteral(" OFFSET 0) AS s")
        order("d.statement_key")
        sql.appendLiteral(") AS found")
    }

    /// Looks through all references, the page's first ones first.
    private mutating func findInOrderOfReferrers() {
        sql.appendLiteral(
            """
            SELECT DISTINCT r.statement_key
            FROM (
                SELECT r.referrer_key AS statement_key, r.target_key
                FROM lrs.statement_reference AS r
                WHERE (SELECT in_order FROM referrers)
            """)
        range("r.referrer_key")
        sql.appendLiteral(" ORDER BY r.referrer_key\(direction) OFFSET 0) AS r CROSS JOIN LATERAL (")
        statement("s", key: "r.statement_key", where: isVisible)
        meant()
        sql.appendLiteral(" OFFSET 0) AS s CROSS JOIN LATERAL (")
        statement("t", key: "r.target_key", where: "TRUE")
        conditions(on: "t")
        sql.appendLiteral(" OFFSET 0) AS t")
        order("r.statement_key")
    }

    /// Looks through the statements of what is named for those that are referred to.
    private mutating func findByTargets() {
        guard let driver else { return sql.appendLiteral("SELECT NULL::bigint AS statement_key WHERE false") }
        sql.appendLiteral(
            """
            SELECT DISTINCT r.referrer_key AS statement_key
            FROM \(driver.names) AS named
            CROSS JOIN LATERAL (
            """)
        keys(of: driver, inRange: false)
        sql.appendLiteral(
            """
            ) AS d
            CROSS JOIN LATERAL (
                SELECT r.referrer_key FROM lrs.statement_reference AS r WHERE r.target_key = d.statement_key
            """)
        range("r.referrer_key")
        sql.appendLiteral(" OFFSET 0) AS r CROSS JOIN LATERAL (")
        statement("s", key: "r.referrer_key", where: isVisible)
        meant()
        sql.appendLiteral(" OFFSET 0) AS s CROSS JOIN LATERAL (")
        statement("t", key: "d.statement_key", where: "TRUE")
        conditions(on: "t", except: driver)
        sql.appendLiteral(" OFFSET 0) AS t WHERE NOT (SELECT in_order FROM referrers)")
        order("r.referrer_key")
    }

    /// The keys of the statements of what is named, in the order of pages, from the index alone.
    ///
    /// OFFSET 0, here and elsewhere, keeps PostgreSQL from going about it in another order.
    private mutating func keys(of driver: Driver, inRange: Bool) {
        sql.appendLiteral("SELECT DISTINCT l.statement_key FROM \(driver.index)")
        if inRange { range("l.statement_key") }
        sql.appendLiteral(" ORDER BY l.statement_key\(direction) OFFSET 0")
    }

    private mutating func statement(_ alias: String, key: String, where condition: String) {
        sql.appendLiteral(
            "SELECT FROM lrs.statement AS \(alias) WHERE \(alias).statement_key = \(key) AND \(condition)")
    }

    private var isVisible: String { filter.includesVoided ? "TRUE" : "NOT s.voided" }

    // MARK: What is named

    /// The keys of what the filter names, and how references are looked through.
    private mutating func name() {
        if !filter.agents.isEmpty {
            begin("agents")
            sql.appendLiteral(
                """
                    SELECT DISTINCT a.agent_key AS key
                    FROM unnest(
                """)
            sql.appendInterpolation(filter.agents.map(\.kind.rawValue))
            sql.appendLiteral("::text[], ")
            sql.appendInterpolation(filter.agents.map(\.identifier))
            sql.appendLiteral("::text[], ")
            sql.appendInterpolation(filter.agents.map { $0.homePage ?? "" })
            sql.appendLiteral(
                """
                ::text[]) AS n (kind, identifier, home_page)
                    CROSS JOIN LATERAL (
                        SELECT a.agent_key
                        FROM lrs.agent AS a
                        WHERE a.identifier = n.identifier AND a.home_page = n.home_page
                            AND a.kind = n.kind::lrs.identifier_kind
                        OFFSET 0
                    ) AS a
                )
                """)
        }
        name("activities", "SELECT activity_key AS key FROM lrs.activity", among: filter.activities)
        name("verbs", "SELECT verb_key AS key FROM lrs.verb", among: filter.verbs)
        if !filter.registrations.isEmpty {
            begin("registrations")
            sql.appendLiteral("SELECT DISTINCT n.key FROM unnest(")
            sql.appendInterpolation(filter.registrations)
            sql.appendLiteral("::uuid[]) AS n (key))")
        }
        if let digest = filter.authority?.digest {
            begin("authorities")
            sql.appendLiteral("SELECT authority_key, agent_key AS key FROM lrs.authority WHERE digest = ")
            sql.appendInterpolation(digest)
            sql.appendLiteral(")")
        }
        guard filter.looksInside, let driver else { return }
        // Where there are few references, or very many statements of what is named, it is quicker to begin with the
        // references; a look at the first of each tells.
        begin("referrers")
        sql.appendLiteral(
            """
                SELECT
                    CASE
                        WHEN (SELECT count(*) FROM (SELECT FROM lrs.statement_reference LIMIT \(Self.fewReferences)) AS r)
                            < \(Self.fewReferences)
                            THEN true
                        ELSE (
                            SELECT count(*)
                            FROM (
                                SELECT FROM \(driver.names) AS named
                                CROSS JOIN LATERAL (SELECT FROM \(driver.index) LIMIT \(Self.fewReferences)) AS l
                                LIMIT \(Self.fewReferences)
                            ) AS d
                        ) = \(Self.fewReferences)
                    END AS in_order
            )
            """)
    }

    private mutating func name(_ name: String, _ select: String, among iris: [String]) {
        guard !iris.isEmpty else { return }
        begin(name)
        sql.appendLiteral("SELECT DISTINCT k.key FROM unnest(")
        sql.appendInterpolation(iris)
        sql.appendLiteral("::text[]) AS n (iri) CROSS JOIN LATERAL (\(select) AS k WHERE k.iri = n.iri OFFSET 0) AS k)")
    }

    /// Begins the keys of some kind.
    private mutating func begin(_ name: String) {
        sql.appendLiteral("\(isNaming ? ", " : "WITH ")\(name) AS MATERIALIZED (")
        isNaming = true
    }

    // MARK: Conditions

    /// What the statement under an alias must say, apart from what drives the query.
    private mutating func conditions(on alias: String, except driver: Driver? = nil) {
        let keys = { (name: String) in "= ANY (ARRAY(SELECT key FROM \(name)))" }
        if !filter.registrations.isEmpty, driver != .registration {
            sql.appendLiteral(" AND \(alias).registration \(keys("registrations"))")
        }
        if !filter.verbs.isEmpty, driver != .verb {
            sql.appendLiteral(" AND \(alias).verb_key \(keys("verbs"))")
        }
        // OFFSET 0: to be looked at for each statement, and not to begin with.
        if !filter.activities.isEmpty, driver != .activity(related: filter.relatedActivities) {
            sql.appendLiteral(
                """
                 AND EXISTS (
                    SELECT FROM lrs.statement_activity AS l
                    WHERE l.statement_key = \(alias).statement_key AND l.activity_key \(keys("activities"))
                        AND \(Driver.activity(related: filter.relatedActivities).roles) OFFSET 0)
                """)
        }
        if !filter.agents.isEmpty, driver != .agent(related: filter.relatedAgents) {
            sql.appendLiteral(
                """
                 AND EXISTS (
                    SELECT FROM lrs.statement_agent AS l
                    WHERE l.statement_key = \(alias).statement_key AND l.agent_key \(keys("agents"))
                        AND \(Driver.agent(related: filter.relatedAgents).roles) OFFSET 0)
                """)
        }
    }

    /// Which of the statements are meant, of what the one under `s` says.
    private mutating func meant() {
        if !filter.ids.isEmpty {
            sql.appendLiteral(" AND s.statement_id = ANY (")
            sql.appendInterpolation(filter.ids)
            sql.appendLiteral("::uuid[])")
        }
        if filter.authority != nil {
            sql.appendLiteral(" AND s.authority_key = (SELECT authority_key FROM authorities)")
        }
    }

    /// Which of the statements are meant, by their keys.
    private mutating func range(_ key: String) {
        if let first = filter.firstKey { and("\(key) >= ", first) }
        if let end = filter.endKey { and("\(key) < ", end) }
        guard case .page = purpose, let cursor = filter.cursor else { return }
        and("\(key) \(filter.ascending ? ">" : "<") ", cursor.key)
    }

    private mutating func and(_ condition: String, _ value: Int64) {
        sql.appendLiteral(" AND \(condition)")
        sql.appendInterpolation(value)
    }

    private var direction: String { filter.ascending ? "" : " DESC" }

    /// For a page the first of them.
    private mutating func order(_ key: String) {
        guard case .page(let count) = purpose else { return }
        sql.appendLiteral(" ORDER BY \(key)\(direction) LIMIT ")
        sql.appendInterpolation(count)
    }
}
