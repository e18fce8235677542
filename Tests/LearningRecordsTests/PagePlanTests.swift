import FoundationEssentials
import Schema
import TestSupport
import Testing
import XAPI

@testable import LearningRecords
@testable import LibPQ

@Suite("how pages are read", .migratedDatabase, .serialized)
struct PagePlanTests {
    let database: MigratedDatabase

    init() throws { database = try MigratedDatabase.current }

    private static let limit = 20

    @Test("a page is read from one range of an index, whatever PostgreSQL knows of the tables")
    func oneRange() async throws {
        try await fill()
        // Without statistics, as after a first import; then with.
        try await check(rows: 12 * Self.limit, ofCombinations: 40 * Self.limit)
        try await database.administrator.withConnection { db in try await db.executeScript("ANALYZE") }
        try await check(rows: 12 * Self.limit, ofCombinations: 40 * Self.limit)
    }

    @Test("many references cost a page no more than a look at the first thousand of what is named")
    func manyReferences() async throws {
        try await fill()
        try await database.administrator.withConnection { db in
            try await db.executeScript(
                """
                INSERT INTO lrs.statement_reference (target_key, referrer_key)
                SELECT n << 20, (n + 40000) << 20 FROM generate_series(1, 40000) AS n
                ON CONFLICT DO NOTHING;
                ANALYZE;
                """)
        }
        try await check(rows: 6000, ofCombinations: 6000)
    }

    // MARK: Filters

    private static func filter(_ change: (inout StatementFilter) -> Void) -> StatementFilter {
        var filter = StatementFilter()
        filter.limit = limit
        change(&filter)
        return filter
    }

    private static let agent = AgentIdentity(kind: .account, identifier: "a7", homePage: "https://id.example.com/")
    private static let registration = UUID(uuid: (7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

    private static let single: [(String, StatementFilter)] = [
        ("none", filter { _ in }),
        ("ascending", filter { $0.ascending = true }),
        ("since", filter { $0.since = LibPQ.Timestamp(microseconds: 50_000_000) }),
        ("until", filter { $0.until = LibPQ.Timestamp(microseconds: 50_000_000) }),
        ("cursor", filter { $0.cursor = StatementCursor(key: 50_000 << 20) }),
        ("agent", filter { $0.agents = [agent] }),
        (
            "related agent",
            filter {
                $0.agents = [agent]
                $0.relatedAgents = true
            }
        ),
        ("verb", filter { $0.verbs = ["v1"] }),
        ("rare verb", filter { $0.verbs = ["rare"] }),
        ("activity", filter { $0.activities = ["c7"] }),
        (
            "related activity",
            filter {
                $0.activities = ["p1"]
                $0.relatedActivities = true
            }
        ),
        ("registration", filter { $0.registrations = [registration] }),
        ("mine", filter { $0.authority = .platform }),
        (
            "agent, ascending, since",
            filter {
                $0.agents = [agent]
                $0.ascending = true
                $0.since = LibPQ.Timestamp(microseconds: 50_000_000)
            }
        ),
        (
            "verb after a cursor",
            filter {
                $0.verbs = ["v1"]
                $0.cursor = StatementCursor(key: 50_000 << 20)
            }
        ),
    ]

    private static let combinations: [(String, StatementFilter)] = [
        (
            "agent and verb",
            filter {
                $0.agents = [agent]
                $0.verbs = ["v1"]
            }
        ),
        (
            "verb and related activity",
            filter {
                $0.verbs = ["v1"]
                $0.activities = ["p1"]
                $0.relatedActivities = true
            }
        ),
        (
            "related agent, who is the authority of all, and activity",
            filter {
                $0.agents = [Authority.platform.agent]
                $0.relatedAgents = true
                $0.activities = ["c7"]
            }
        ),
        (
            "registration and verb",
            filter {
                $0.registrations = [registration]
                $0.verbs = ["v1"]
            }
        ),
        ("several verbs", filter { $0.verbs = ["v1", "v2", "rare"] }),
        (
            "mine and verb",
            filter {
                $0.authority = .platform
                $0.verbs = ["v1"]
            }
        ),
    ]

    // MARK: Plans

    /// Reads every page, and looks at how it was read.
    private func check(rows limit: Int, ofCombinations combined: Int) async throws {
        // On a new connection, whose plans are made now.
        try await database.withServicePool { pool in
            for (filters, limit) in [(Self.single, limit), (Self.combinations, combined)] {
                for (name, filter) in filters {
                    let query = StatementPageQuery(filter, purpose: .page(Self.limit + 1))
                        .query(after: "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ").withValuesUnknown
                    let text = try await pool.withConnection { db in
                        try await db.pipeline { pipeline in
                            pipeline.execute(Queries.learningRecordsPlanPages())
                            return pipeline.rows(query, as: JSONText.self)
                        }.get()
                    }
                    let explained = try JSONDecoder().decode([Explained].self, from: Data(text[0].bytes))
                    let plan = try #require(explained.first?.plan)
                    let comment = Comment(rawValue: "\(name): \(String(decoding: text[0].bytes, as: UTF8.self))")
                    #expect(plan.rows == Double(Self.limit + 1) || name == "rare verb", comment)
                    #expect(plan.all.allSatisfy { $0.relation == nil || $0.type.hasPrefix("Index") }, comment)
                    #expect(plan.all.allSatisfy { $0.type != "Sort" || $0.rows <= Double(4 * Self.limit) }, comment)
                    #expect(plan.rowsRead <= Double(limit), comment)
                }
            }
        }
    }

    private struct Explained: Decodable {
        let plan: Plan

        enum CodingKeys: String, CodingKey { case plan = "Plan" }
    }

    /// A node of a plan, with what it has really done.
    private struct Plan: Decodable {
        let type: String
        let relation: String?
        let rows: Double
        let loops: Double
        let removed: Double?
        let plans: [Plan]?

        enum CodingKeys: String, CodingKey {
            case type = "Node Type"
            case relation = "Relation Name"
            case rows = "Actual Rows"
            case loops = "Actual Loops"
            case removed = "Rows Removed by Filter"
            case plans = "Plans"
        }

        var all: [Plan] { [self] + (plans ?? []).flatMap(\.all) }

        /// How many rows of tables were looked at.
        var rowsRead: Double {
            all.filter { $0.relation != nil }.reduce(0) { $0 + ($1.rows + ($1.removed ?? 0)) * $1.loops }
        }
    }

    // MARK: The store

    /// 80,000 statements: one each millisecond since 2000, of 200 agents, 100 courses in 10 programmes, 4 verbs.
    private func fill() async throws {
        let authority = Authority.platform
        try await database.administrator.withConnection { db in
            guard try await db.one("SELECT count(*) FROM lrs.statement", as: Int.self) == 0 else { return }
            try await db.executeScript(
                """
                INSERT INTO lrs.verb (iri) VALUES ('v0'), ('v1'), ('v2'), ('rare');
                INSERT INTO lrs.agent (kind, identifier, home_page)
                SELECT 'account', 'a' || n, 'https://id.example.com/' FROM generate_series(0, 199) AS n;
                INSERT INTO lrs.activity (iri) SELECT 'c' || n FROM generate_series(0, 99) AS n;
                INSERT INTO lrs.activity (iri) SELECT 'p' || n FROM generate_series(0, 9) AS n;
                """)
            try await db.execute(
                """
                INSERT INTO lrs.agent (kind, identifier, home_page)
                VALUES ('account', \(authority.agent.identifier), \(authority.agent.homePage ?? ""))
                """)
            try await db.execute(
                """
                INSERT INTO lrs.authority (agent_key, document, digest)
                SELECT agent_key, \(JSONText(authority.document)), \(authority.digest)
                FROM lrs.agent WHERE identifier = \(authority.agent.identifier)
                """)
            try await db.executeScript(
                """
                INSERT INTO lrs.statement (
                    statement_key, statement_id, stored, "timestamp", actor_key, object_activity_key, registration,
                    fingerprint, verb_key, authority_key, object_kind, id_sent, timestamp_sent, version_sent, version,
                    payload
                )
                SELECT
                    n << 20, gen_random_uuid(), timestamptz '2000-01-01 00:00Z' + n * interval '1 millisecond', now(),
                    a.agent_key, c.activity_key, (lpad(to_hex(n % 250), 2, '0') || repeat('0', 30))::uuid,
                    gen_random_uuid(), v.verb_key, (SELECT authority_key FROM lrs.authority), 'activity', true, true, true,
                    '2.0.0', json_build_object('id', n, 'filling', repeat('x', 300))
                FROM generate_series(1::bigint, 80000) AS n
                JOIN lrs.agent AS a ON a.identifier = 'a' || n % 200
                JOIN lrs.activity AS c ON c.iri = 'c' || n % 100
                JOIN lrs.verb AS v ON v.iri = CASE n WHEN 11 THEN 'rare' ELSE 'v' || n % 3 END;
                INSERT INTO lrs.statement_agent (agent_key, statement_key, role)
                SELECT actor_key, statement_key, 'actor'::lrs.agent_role FROM lrs.statement
                UNION ALL
                SELECT (SELECT agent_key FROM lrs.authority), statement_key, 'authority' FROM lrs.statement;
                INSERT INTO lrs.statement_activity (activity_key, statement_key, role)
                SELECT object_activity_key, statement_key, 'object'::lrs.activity_role FROM lrs.statement
                UNION ALL
                SELECT p.activity_key, s.statement_key, 'grouping'
                FROM lrs.statement AS s
                JOIN lrs.activity AS p ON p.iri = 'p' || (s.statement_key >> 20) % 10;
                """)
        }
    }
}

extension Query {
    /// The same query planned as for any values, which EXPLAIN does of prepared statements only.
    fileprivate var withValuesUnknown: Query {
        Query(sql: sql.replacing(#/\$[0-9]+/#) { "(SELECT \($0.output))" }, name: name, parameters: parameters)
    }
}
