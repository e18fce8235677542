import Evaluation
import Foundation
import LibPQ
import TestSupport
import Testing

/// What everybody may read of the pilots of all partners.
///
/// The data are made once, which takes longer than the tests.
@Suite("what is published", .serialized, .migratedDatabase, .timeLimit(.minutes(10)))
struct PublishedTests {
    let database: MigratedDatabase

    init() async throws {
        database = try MigratedDatabase.current
        let isPrepared = try await database.administrator.withConnection { db in
            try await db.one("SELECT to_regclass('test.open_person') IS NOT NULL", as: Bool.self)
        }
        guard !isPrepared else { return }
        try await database.run("fixture.sql")
        try await database.run("published.seed.sql")
        let codes = try await database.administrator.withConnection { db in
            try await db.rows(
                "SELECT code FROM training.pilot WHERE code LIKE 'open-%' ORDER BY code", as: String.self)
        }
        for code in codes { _ = try await Publication(pool: database.service).publish(code, by: "tests") }
    }

    private func views(of schema: String) async throws -> [String] {
        try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT relname::text FROM pg_class
                WHERE relnamespace = \(schema)::text::regnamespace AND relkind IN ('v', 'm') ORDER BY relname
                """, as: String.self)
        }
    }

    @Test("every view tells every evaluator the same, which is exactly what is expected")
    func expected() async throws {
        let views = try await views(of: "published")
        #expect(views.count == 9)
        for view in views {
            let expected = try SQLFolder.text("published/\(view).csv")
            let heading = expected.prefix { $0 != "\n" }
            for who in ["all", "riga", "lille", "nobody"] {
                let actual = try await database.csv(
                    of: view, in: "published", columns: heading, as: "tessera_test_\(who)")
                let isExpected = actual == expected
                #expect(isExpected, "\(view) to \(who):\n\(actual)")
            }
            let columns = try await database.administrator.withConnection { db in
                try await db.one(
                    """
                    SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute
                    WHERE attrelid = \("published." + view)::text::regclass AND attnum > 0 AND attname <> 'as_of'
                    """, as: String.self)
            }
            #expect(heading == columns)
        }
    }

    @Test("each view of schema evaluation gives a partner's evaluator the partner's rows, and never another's")
    func ownRows() async throws {
        let views = try await views(of: "evaluation")
        // The rows of coverage are of curricula and not of pilots.
        for view in views where view != "coverage" {
            for (who, other) in [("riga", "lille"), ("lille", "riga")] {
                let pool = database.pool(as: "tessera_test_\(who)")
                let foreign = try await pool.withConnection { db in
                    try await db.one(
                        """
                        SELECT count(*) FROM \(unescaped: "evaluation." + view) WHERE pilot NOT IN (
                            SELECT pilot FROM evaluation.pilot_overview WHERE \(who)::text = ANY (partners)
                        )
                        """, as: Int64.self)
                }
                let total = try await pool.withConnection { db in
                    try await db.one(
                        "SELECT count(*) FROM evaluation.pilot_overview WHERE \(other)::text = ANY (partners)",
                        as: Int64.self)
                }
                await pool.drain()
                #expect(foreign == 0, "\(view) gives \(who) rows of others")
                #expect(total == 0, "\(who) sees pilots of \(other)")
            }
        }
    }

    private struct Outcome: Decodable {
        let pilots: Int
        let cells: Int
        let groups: Int
        let leaks: [String]
        let weakened: [String: String?]
    }

    @Test("nothing that is told together tells of few people; an attack finds what each weaker rule would tell")
    func attack() async throws {
        let answer = try await Python.run("attack_published.py", [database.uri, "--weaken"])
        let outcome = try JSONDecoder().decode(Outcome.self, from: Data(answer.utf8))
        #expect(outcome.pilots == 16)
        #expect(outcome.cells > 900 && outcome.groups > 400, "the attack has something to attack")
        #expect(outcome.leaks == [])
        #expect(outcome.weakened.count == 7)
        for (rule, leak) in outcome.weakened { #expect(leak != nil, "not caught: \(rule)") }
    }
}
