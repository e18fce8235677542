import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@testable import Awarding

@Suite("the outbox, read exactly once", .migratedDatabaseForEachTest)
struct OutboxTests {
    let pilot: Pilot

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
    }

    @Test("many steps read what one would, whatever their size", arguments: [Int32(1), 7, 1000])
    func steps(rows: Int32) async throws {
        let about = [try await pilot.item("A1")]
        for batch in 0..<4 {
            for person in 0..<5 { try await pilot.store(Evidence(person: "p-\(batch)\(person)", about: about)) }
        }
        let finder = AwardFinder(pool: pilot.database.service, rowsPerStep: rows)
        let steps = try await pilot.steps(of: finder)
        #expect(steps.allSatisfy { $0.read <= rows })
        #expect(steps.reduce(0) { $0 + $1.read } == 20)
        #expect(steps.reduce(0) { $0 + $1.awarded } == 20)
        #expect(try await pilot.awards().count == 20)
    }

    @Test("workers of several nodes, beside writers, find each award once and sign each credential once")
    func severalWorkers() async throws {
        let about = [try await pilot.item("A1"), try await pilot.item("B1")]
        try await pilot.issuer.registerKeys()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<2 {
                group.addTask {
                    for number in 0..<40 {
                        try await pilot.store(Evidence(person: "p-\(writer)-\(number)", about: about))
                    }
                }
            }
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<40 {
                        _ = try await AwardFinder(pool: pilot.database.service, rowsPerStep: 5).findAwards()
                        _ = try await pilot.issuer.issueCredentials(atMost: 3)
                    }
                }
            }
            try await group.waitForAll()
        }
        try await pilot.findAwards()
        while try await pilot.issuer.issueCredentials() > 0 {}
        let awards = try await pilot.awards()
        #expect(awards.count == 160)
        #expect(awards.allSatisfy { $0.hasCredential && !$0.isWithdrawn })
        #expect(try await pilot.credentialIDs().count == 160)
    }

    @Test("while one worker is at the outbox, another finds nothing to do and does not wait")
    func oneAtATime() async throws {
        try await pilot.store(Evidence(about: [try await pilot.item("A1")]))
        try await pilot.database.administrator.withTransaction { db in
            _ = try await db.one("SELECT name FROM ops.consumer WHERE name = 'awarding' FOR UPDATE", as: String.self)
            #expect(try await pilot.finder.findAwards().read == 0)
        }
        #expect(try await pilot.findAwards().awarded == 1)
    }

    @Test("an older transaction that is still storing holds the reader back, and loses nothing")
    func olderTransaction() async throws {
        let about = [try await pilot.item("A1")]
        let late = Evidence(person: "p-late", about: about)
        // A copy of the late statement's row is prepared, to be put in by a transaction of our own.
        try await pilot.store(late)
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript(
                "DELETE FROM lrs.outbox; CREATE TABLE public.late AS SELECT * FROM lrs.statement; DELETE FROM lrs.statement"
            )
        }
        try await pilot.database.administrator.withTransaction { db in
            // The transaction gets its number before the other statement is stored, and writes after it.
            _ = try await db.one("SELECT pg_current_xact_id()::text", as: String.self)
            try await pilot.store(Evidence(person: "p-early", about: about))
            #expect(try await pilot.finder.findAwards().read == 0)
            try await db.executeScript(
                """
                INSERT INTO lrs.statement SELECT * FROM public.late;
                INSERT INTO lrs.outbox (statement_key) SELECT statement_key FROM public.late;
                """)
            #expect(try await pilot.finder.findAwards().read == 0)
        }
        #expect(try await pilot.findAwards().awarded == 2)
        #expect(try await pilot.awards().map(\.person) == ["p-early", "p-late"])
    }

    @Test("a step that fails moves nothing on, and is done again")
    func failedStep() async throws {
        try await pilot.store(Evidence(about: [try await pilot.item("A1")]))
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript("ALTER TABLE credential.award ADD CONSTRAINT broken CHECK (level <> 2)")
        }
        await #expect(throws: PostgresError.self) { try await pilot.findAwards() }
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript("ALTER TABLE credential.award DROP CONSTRAINT broken")
        }
        #expect(try await pilot.findAwards().awarded == 1)
    }
}
