import Evaluation
import LibPQ
import TestSupport
import Testing

@Suite("the rows that the views stand on", .migratedDatabaseForEachTest)
struct RollupTests {
    let database: MigratedDatabase

    init() async throws {
        database = try MigratedDatabase.current
        try await database.run("fixture.sql")
        try await database.run("oracle.sql")
        try await database.run("rollups.fixture.sql")
    }

    private func act(_ times: Int, seed: Double) async throws {
        try await database.administrator.withConnection { db in
            _ = try await db.one("SELECT setseed(\(seed))::text", as: String.self)
            for _ in 0..<times {
                // Two who act at random may stand in one another's way; then one of them has not acted.
                do {
                    _ = try await db.one("SELECT test.act()::text", as: String.self)
                } catch let error as PostgresError where error.isRetryable {}
            }
        }
    }

    /// What of a view is otherwise than the statements say, a line a row: + where the view has it, - where they do.
    private func differences(_ view: String) async throws -> [String] {
        let (kept, defined) = (
            "SELECT to_jsonb(v) - 'as_of' AS row FROM evaluation.\(view) AS v",
            "SELECT to_jsonb(v) - 'as_of' AS row FROM oracle.\(view) AS v"
        )
        return try await database.administrator.withTransaction { db in
            try await db.executeScript("SET LOCAL ROLE tessera_test_all; SET LOCAL extra_float_digits = -3")
            return try await db.rows(
                Query(
                    unescaped: """
                        SELECT '+ ' || row::text FROM (\(kept) EXCEPT ALL \(defined)) AS more
                        UNION ALL
                        SELECT '- ' || row::text FROM (\(defined) EXCEPT ALL \(kept)) AS less
                        """), as: String.self)
        }
    }

    private func compare() async throws {
        let views = try await names("SELECT relname::text FROM pg_class WHERE relnamespace = 'oracle'::regnamespace")
        #expect(views.count >= 26)
        for view in views {
            let found = try await differences(view)
            #expect(found.isEmpty, "\(view): \(found.prefix(4).joined(separator: "\n"))")
        }
    }

    private func names(_ query: Query) async throws -> [String] {
        try await database.administrator.withConnection { db in try await db.rows(query, as: String.self) }
    }

    /// The moment through which the rows are complete, as text that sorts as moments do.
    private func through() async throws -> String? {
        try await names(
            """
            SELECT to_char(through AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM analysis.progress
            WHERE through IS NOT NULL
            """
        ).first
    }

    @Test(
        "after whatever was stored, voided, late, listed and defined, they come to what the statements say",
        arguments: [0.1, 0.2, 0.3])
    func follows(seed: Double) async throws {
        let rollups = Rollups(pool: database.service, statementsPerStep: 7)
        for round in 1...2 {
            try await act(60, seed: seed / Double(round))
            try await rollups.catchUp()
            try await compare()
        }
    }

    @Test("made anew, they are what they were, row by row")
    func rebuilt() async throws {
        let rollups = Rollups(pool: database.service, statementsPerStep: 50)
        try await rollups.catchUp()
        try await act(200, seed: 0.5)
        try await rollups.catchUp()
        try await database.administrator.withConnection { db in
            try await db.executeScript("CREATE TABLE test.before AS SELECT * FROM test.kept")
        }
        let statements = try await rollups.beginRebuild()
        #expect(statements > 100)
        #expect(try await through() == nil)
        try await rollups.catchUp()
        #expect(try await through() != nil)
        #expect(
            try await names(
                """
                SELECT '+ ' || row FROM (TABLE test.kept EXCEPT ALL TABLE test.before) AS more (kept, row)
                UNION ALL
                SELECT '- ' || row FROM (TABLE test.before EXCEPT ALL TABLE test.kept) AS less (kept, row)
                """) == [])
        try await compare()
    }

    @Test("several workers beside writers, some of them killed in the middle, neither lose nor repeat anything")
    func severalWorkers() async throws {
        struct Killed: Error {}
        let database = database
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...2 {
                group.addTask { try await act(80, seed: 0.6 / Double(writer)) }
            }
            for _ in 0..<2 {
                group.addTask {
                    let rollups = Rollups(pool: database.service, statementsPerStep: 5)
                    for _ in 0..<60 { try await rollups.refresh() }
                }
            }
            group.addTask {
                for _ in 0..<20 {
                    do {
                        try await database.service.withTransaction { db in
                            _ = try await db.one("SELECT statements FROM analysis.refresh(5)", as: Int64.self)
                            throw Killed()
                        }
                    } catch is Killed {}
                }
            }
            try await group.waitForAll()
        }
        try await Rollups(pool: database.service).catchUp()
        try await compare()
    }

    @Test("while one worker is at work, another finds nothing to do and does not wait")
    func oneAtATime() async throws {
        let rollups = Rollups(pool: database.service)
        try await rollups.catchUp()
        try await act(5, seed: 0.7)
        try await database.administrator.withTransaction { db in
            _ = try await db.one("SELECT name FROM ops.consumer WHERE name = 'evaluation' FOR UPDATE", as: String.self)
            #expect(try await rollups.refresh().isIdle)
        }
        #expect(try await !rollups.refresh().isIdle)
    }

    @Test("ingest comes first while statements flood in, unless the rows are minutes behind or made anew")
    func givesWay() async throws {
        let rollups = Rollups(pool: database.service)
        try await act(5, seed: 0.9)
        try await rollups.catchUp()
        #expect(try await !rollups.refresh().givesWay)
        // Of a minute that is still to come, so that they are of the last second for as long as the test takes.
        try await database.administrator.withConnection { db in
            try await db.executeScript(
                """
                INSERT INTO lrs.statement
                SELECT copy.*
                FROM (SELECT statement FROM lrs.statement ORDER BY statement_key DESC LIMIT 1) AS last
                CROSS JOIN generate_series(1, 500) AS place
                CROSS JOIN LATERAL jsonb_populate_record(
                    last.statement,
                    jsonb_build_object(
                        'statement_key', lrs.first_key_at(clock_timestamp() + interval '1 minute') + place,
                        'statement_id', gen_random_uuid()
                    )
                ) AS copy
                """)
        }
        #expect(try await rollups.refresh().givesWay)
        try await database.administrator.withConnection { db in
            try await db.executeScript("UPDATE analysis.progress SET through = through - interval '5 minutes'")
        }
        #expect(try await !rollups.refresh().givesWay)
        try await rollups.catchUp()
        #expect(try await rollups.refresh().givesWay)
        _ = try await rollups.beginRebuild()
        #expect(try await !rollups.refresh().givesWay)
    }

    @Test("as_of is no moment at which somebody was still storing, and moves on when nobody is")
    func asOf() async throws {
        let rollups = Rollups(pool: database.service)
        try await rollups.catchUp()
        let before = try #require(try await through())
        let during = try await database.administrator.withTransaction { db in
            _ = try await db.one("SELECT lrs.announce_storing(false)::text", as: String.self)
            _ = try await db.one("SELECT pg_current_xact_id()::text", as: String.self)
            // Taken after it and before the pause: on a busy machine the transaction has begun long before.
            let announced = try await db.one(
                "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')",
                as: String.self)
            try await Task.sleep(for: .milliseconds(20))
            for _ in 0..<3 { try await rollups.refresh() }
            return (announced, try await through())
        }
        #expect(try #require(during.1) <= during.0)
        let after = try await rollups.catchUp()
        #expect(before <= after && during.0 < after)
        let shown = "to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
        let read = try await database.administrator.withTransaction { db in
            try await db.executeScript("SET LOCAL ROLE tessera_test_all")
            let query = Query(unescaped: "SELECT DISTINCT \(shown) FROM evaluation.funnel")
            return try await db.rows(query, as: String.self)
        }
        #expect(read == [after])
    }

    @Test("of an actor whose statements are taken away nothing is left, in rows and in sums")
    func forgotten() async throws {
        let rollups = Rollups(pool: database.service)
        try await act(150, seed: 0.8)
        try await rollups.catchUp()
        let agent = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT agent_key FROM analysis.participation WHERE agent_key <> 0
                GROUP BY agent_key ORDER BY sum(statements) DESC LIMIT 1
                """, as: Int64.self)
        }
        try await database.administrator.withTransaction { db in
            try await db.executeScript("SET LOCAL ROLE tessera_service")
            try await db.execute("DELETE FROM lrs.statement WHERE actor_key = \(agent)")
            _ = try await db.one("SELECT analysis.forget_agent(\(agent))::text", as: String.self)
        }
        for table in ["participation", "sitting", "found", "test_score", "time_spent"] {
            let left = try await names(Query(unescaped: "SELECT '' FROM analysis.\(table) WHERE agent_key = \(agent)"))
            #expect(left.isEmpty, "\(table)")
        }
        try await compare()
    }
}
