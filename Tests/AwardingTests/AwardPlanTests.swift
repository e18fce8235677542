import Credentials
import FoundationEssentials
import LibPQ
import Schema
import TestSupport
import Testing
import Training

@testable import Awarding

/// Counts the rows that each step looks at, in functions too, where EXPLAIN does not see.
@Suite("what steps of awarding read of a big store", .migratedDatabase, .serialized)
struct AwardPlanTests {
    /// How many people there are; each with a statement, evidence, an award and a credential.
    private static let people = 20_000
    /// How much is due.
    private static let due: Int32 = 50
    /// How many rows a step may look at, of all tables together.
    private static let limit: Int64 = 3000

    let pilot: Pilot

    init() throws { pilot = try Pilot() }

    private struct Undone: Error {}

    /// Runs something as the service, undoes it, and gives the rows that it looked at by table.
    private func rowsRead(
        _ body: (borrowing Connection) async throws -> Void
    ) async throws -> [(table: String, rows: Int64)] {
        var read: [(table: String, rows: Int64)] = []
        do {
            try await pilot.database.service.withTransaction { db in
                // What earlier transactions of the connection looked at may not have been handed on yet.
                let before = try await Self.counters(db)
                try await body(db)
                read = try await Self.counters(db).map { (table: $0, rows: $1 - (before[$0] ?? 0)) }
                throw Undone()
            }
        } catch is Undone {}
        return read.filter { $0.rows > 0 }.sorted { $0.rows > $1.rows }
    }

    private static func counters(_ db: borrowing Connection) async throws -> [String: Int64] {
        let rows = try await db.rows(
            """
            SELECT schemaname || '.' || relname, seq_tup_read + COALESCE(idx_tup_fetch, 0)
            FROM pg_stat_xact_user_tables
            WHERE schemaname IN ('credential', 'lrs', 'training')
            """, as: (String, Int64).self)
        return Dictionary(uniqueKeysWithValues: rows)
    }

    private func check(
        _ name: String, _ body: (borrowing Connection) async throws -> Void
    ) async throws {
        let read = try await rowsRead(body)
        let total = read.reduce(0) { $0 + $1.rows }
        #expect(total <= Self.limit, "\(name): \(read)")
        #expect(total > 0, "\(name) reads nothing")
    }

    @Test("each step reads what it works on, not the store, whatever PostgreSQL knows of the tables")
    func steps() async throws {
        try await pilot.define()
        try await pilot.issuer.registerKeys()
        try await fill()
        // Older transactions, of other databases too, hold the outbox back for a moment.
        for _ in 0..<3000 {
            let isReadable = try await pilot.database.administrator.withConnection { db in
                try await db.one(
                    "SELECT max(xid) < pg_snapshot_xmin(pg_current_snapshot()) FROM lrs.outbox", as: Bool.self)
            }
            if isReadable { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        try await checkSteps()
        try await pilot.database.administrator.withConnection { db in try await db.executeScript("ANALYZE") }
        try await checkSteps()
        // These two are planned anew each time, and right once the tables were looked at.
        try await checkSigning()
    }

    private func checkSteps() async throws {
        let due = Self.due
        try await check("reading the outbox") { db in
            let read = try await db.one(Queries.awardingReadOutbox(due), as: Int64.self)
            #expect(read == Int64(due))
        }
        try await check("weighing") { db in
            try await db.execute(
                """
                INSERT INTO credential.due (agent_key, competence_item_key)
                SELECT agent_key, competence_item_key FROM credential.evidence WHERE agent_key > 1000000
                ORDER BY agent_key LIMIT \(Self.due)
                """)
            let row = try await db.one(Queries.awardingAwardDue(due), as: (Int64, Int64, Int64).self)
            #expect(row.0 == Int64(due) && row.1 == 0 && row.2 == 0)
        }
        for code in [nil, "riga-1"] as [String?] {
            try await check("a review of \(code ?? "all")") { db in
                try await db.execute(
                    """
                    INSERT INTO credential.review (competence_item_key, pilot_key, after_agent_key)
                    SELECT item_key, (SELECT pilot_key FROM training.pilot WHERE code = \(code as String?)), 1010000
                    FROM framework.item WHERE code = 'A1'
                    """)
                let reviewed = try await db.one(Queries.awardingAdvanceReview(due), as: Int64.self)
                #expect(reviewed == Int64(due))
            }
        }
        try await checkWithdrawing()
        try await checkReading()
    }

    private func checkSigning() async throws {
        let due = Self.due
        try await check("awards to sign") { db in
            let keys = try await db.rows(Queries.awardingUnsignedAwards(due), as: UnsignedAward.Columns.self).map(\.0)
            #expect(keys.count == Int(due))
        }
        try await check("evidence of awards to sign") { db in
            let keys = (0..<Int64(due)).map { Int64(5000) + $0 }
            let query = Queries.awardingEvidenceOfAwards(keys)
            let count = try await db.execute(query)
            #expect(count == Int(due))
        }
    }

    private func checkWithdrawing() async throws {
        let due = Self.due
        try await check("withdrawing") { db in
            try await db.execute(
                """
                UPDATE credential.award SET withdrawn_at = now(), withdrawal_reason = 'Of the test.'
                WHERE award_key BETWEEN 5000 AND 5049
                """)
            let count = try await db.one("SELECT count(*) FROM credential.revocation", as: Int64.self)
            #expect(count == Int64(due))
        }
    }

    private func checkReading() async throws {
        let due = Self.due
        let after = try await pilot.database.administrator.withConnection { db in
            try await db.one("SELECT award_id FROM credential.award WHERE award_key = 15000", as: UUID.self)
        }
        for (code, state) in [(nil, nil), ("riga-1", nil), ("riga-1", "awarded"), (nil, "awarded")]
            as [(String?, String?)]
        {
            try await check("a page of awards") { db in
                _ = try await db.one(Queries.awardingAwards(code, state, due, nil as String?, after), as: JSONText.self)
            }
        }
        try await check("a partner's page of awards") { db in
            try await db.execute(Queries.trainingAskAsPartner("riga"))
            _ = try await db.one(
                Queries.awardingAwards("riga-1", nil as String?, due, nil as String?, after), as: JSONText.self)
        }
        try await check("a person's levels") { db in
            let query = Queries.awardingExplainPerson("https://id.riga.example.eu", "n-12345", "A1")
            _ = try await db.one(query, as: JSONText.self)
        }
    }

    /// Fills the store; of the awards the last ones are not signed yet, and as many rows of the outbox are unread.
    private func fill() async throws {
        let token = pilot.identity.tokenKey.id
        try await pilot.database.administrator.withTransaction { db in
            let size = Int32(Self.people)
            try await db.executeScript(Self.dictionaries)
            try await db.execute(
                """
                INSERT INTO lrs.agent (agent_key, kind, identifier, home_page) OVERRIDING SYSTEM VALUE
                SELECT 1000000 + n, 'account', 'n-' || n, 'https://id.riga.example.eu'
                FROM generate_series(1, \(size)) AS n
                """)
            try await db.execute(
                """
                INSERT INTO lrs.statement (
                    statement_key, statement_id, stored, "timestamp", actor_key, object_activity_key, competence_key, level,
                    pilot_key, success, fingerprint, verb_key, authority_key, object_kind, id_sent, timestamp_sent,
                    version_sent, version, payload
                )
                SELECT n::bigint << 20, gen_random_uuid(), timestamptz '2000-01-01 00:00Z' + n * interval '1 millisecond',
                    now(), 1000000 + n, test.activity_key, about.activity_key, 2, place.activity_key, true,
                    gen_random_uuid(), verb.verb_key, authority.authority_key, 'activity', true, true, true, '2.0.0', '{}'
                FROM generate_series(1, \(size)) AS n
                CROSS JOIN lrs.verb
                CROSS JOIN lrs.authority
                JOIN lrs.activity AS test ON test.iri = 'https://lms.example.eu/big-test'
                JOIN framework.item ON item.code = 'A1'
                JOIN lrs.activity AS about ON about.cf_identifier = item.identifier
                JOIN training.pilot ON pilot.code = 'riga-1'
                JOIN lrs.activity AS place ON place.activity_key = pilot.activity_key
                WHERE verb.iri = 'http://adlnet.gov/expapi/verbs/passed'
                """)
            try await db.executeScript(Self.findings)
            try await db.execute(
                """
                INSERT INTO credential.credential (
                    credential_id, award_key, key_id, valid_from, valid_until, jwt, document
                )
                SELECT award_id, award_key, \(token), now(), now() + interval '3 years', 'a.b.c', '{}'
                FROM credential.award WHERE award_key <= \(size - Self.due)
                """)
            try await db.executeScript(
                """
                INSERT INTO credential.status_list (purpose) VALUES ('revocation');
                INSERT INTO credential.status_entry (list_key, place, credential_id)
                SELECT (SELECT max(list_key) FROM credential.status_list), row_number() OVER (), credential_id
                FROM credential.credential;
                """)
            try await db.execute(
                """
                UPDATE ops.consumer SET position_xid = pg_current_xact_id(), position_key = \(size - Self.due)::bigint << 20
                WHERE name = 'awarding'
                """)
        }
    }

    private static let dictionaries = """
        INSERT INTO lrs.verb (iri) VALUES ('http://adlnet.gov/expapi/verbs/passed') ON CONFLICT DO NOTHING;
        INSERT INTO lrs.activity (iri, type)
        VALUES ('https://lms.example.eu/big-test', 'http://adlnet.gov/expapi/activities/assessment');
        INSERT INTO lrs.activity (iri)
        SELECT 'https://framework.example.eu/ims/case/v1p1/CFItems/' || identifier FROM framework.item WHERE code = 'A1'
        ON CONFLICT DO NOTHING;
        INSERT INTO lrs.agent (kind, identifier, home_page) VALUES ('account', 'platform', 'https://tessera.example/');
        INSERT INTO lrs.authority (agent_key, document, digest)
        SELECT agent_key, '{}', sha256('platform') FROM lrs.agent WHERE identifier = 'platform';
        """

    private static let findings = """
        INSERT INTO lrs.outbox (statement_key) SELECT statement_key FROM lrs.statement;
        INSERT INTO credential.evidence (
            agent_key, competence_item_key, statement_key, level, kind, statement_id, happened_at, pilot_key
        )
        SELECT s.actor_key, item.item_key, s.statement_key, 2, 'test', s.statement_id, s."timestamp", pilot.pilot_key
        FROM lrs.statement AS s
        JOIN framework.item ON item.code = 'A1'
        JOIN training.pilot ON pilot.code = 'riga-1';
        INSERT INTO credential.award (
            award_key, agent_key, competence_item_key, level, pilot_key, rule_key, achieved_at, method, below_rule_keys
        ) OVERRIDING SYSTEM VALUE
        SELECT e.statement_key >> 20, e.agent_key, e.competence_item_key, 2, e.pilot_key, rule.rule_key, now(), 'test',
            ARRAY[rule.rule_key]
        FROM credential.evidence AS e
        JOIN credential.rule ON rule.code = 'passed-assessment' AND rule.state = 'published';
        INSERT INTO credential.award_evidence (award_key, statement_key, statement_id, condition_keys)
        SELECT e.statement_key >> 20, e.statement_key, e.statement_id, ARRAY[condition.condition_key]
        FROM credential.evidence AS e
        JOIN credential.rule ON rule.code = 'passed-assessment' AND rule.state = 'published'
        JOIN credential.rule_condition AS condition ON condition.rule_key = rule.rule_key;
        """
}
