import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("the moment through which reading is complete", .migratedDatabaseForEachTest)
struct ConsistentThroughTests {
    let database: MigratedDatabase
    let store: StatementStore

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
    }

    @Test("it is now when nobody stores, and includes what was stored before")
    func idle() async throws {
        let draft = Draft()
        try await store.store(draft)
        try await Task.sleep(for: .milliseconds(2))
        let stored = try #require(try await store.statement(draft.id)).stored
        let through = try await store.consistentThrough()
        #expect(through >= stored)
        #expect(through.microseconds - stored.microseconds < 60_000_000)
        #expect(through.microseconds % 1000 == 0)
    }

    @Test("who stores here and reads at once is told a moment that includes it, however often")
    func readingOnesOwn() async throws {
        for _ in 0..<5 {
            let draft = Draft()
            try await store.store(draft)
            try await Task.sleep(for: .milliseconds(2))
            let (page, through) = try await store.consistentPage(StatementFilter())
            let (statement, later) = try await store.consistentStatement(draft.id, voided: false, of: nil)
            let stored = try #require(statement).stored
            #expect(!page.statements.isEmpty)
            #expect(through >= stored && later >= through)
        }
    }

    @Test("it stays before a statement that another process is still storing, and passes it afterwards")
    func whileStoring() async throws {
        let late = Draft()
        try await database.delayInsert(of: late.id) { release in
            async let outcome = Outcome.of { try await store.store(late) }
            try await database.untilSessionsWait()
            try await Task.sleep(for: .milliseconds(20))
            let during = try await store.consistentThrough()
            try await release()
            #expect(await outcome == .stored)
            let stored = try #require(try await store.statement(late.id)).stored
            #expect(during < stored)
            #expect(try await store.consistentThrough() >= stored)
        }
    }

    @Test("a moment that was told is not taken back for who looked at the clock before it and announces after it")
    func announcingLate() async throws {
        let told = try await store.consistentThrough()
        let early = told.microseconds / 1000 - 500
        try await database.administrator.withTransaction { db in
            try await db.execute(
                "SELECT pg_advisory_xact_lock_shared(\(Int32(1_416_852_818 + early >> 31)), \(Int32(early & 0x7fff_ffff)))"
            )
            #expect(try await store.consistentThrough() == told)
            let (_, through) = try await store.consistentPage(StatementFilter())
            #expect(through == told)
            #expect(try await StatementStore(pool: database.service).consistentThrough() < told)
        }
        try await Task.sleep(for: .milliseconds(2))
        #expect(try await store.consistentThrough() > told)
    }

    @Test("a reader who goes from one such moment to the next, while others store, reads each statement once")
    func following() async throws {
        let stores = (0..<3).map { _ in StatementStore(pool: database.service) }
        async let writing: Void = Self.write(to: stores)
        var served: [[UInt8]] = []
        var filter = StatementFilter()
        filter.ascending = true
        for _ in 0..<50 { try await served.append(contentsOf: next(&filter)) }
        try await writing
        try await Task.sleep(for: .milliseconds(2))
        try await served.append(contentsOf: next(&filter))
        let count = try await database.administrator.withConnection { db in
            try await db.one("SELECT count(*) FROM lrs.statement", as: Int64.self)
        }
        #expect(count == 3 * 84)
        #expect(served.count == 3 * 84)
        #expect(Set(served).count == 3 * 84)
    }

    /// What was stored since the moment before, through the next one.
    private func next(_ filter: inout StatementFilter) async throws -> [[UInt8]] {
        filter.until = try await store.consistentThrough()
        var served: [[UInt8]] = []
        repeat {
            let page = try await store.page(filter)
            served += page.statements
            filter.cursor = page.next
        } while filter.cursor != nil
        filter.since = filter.until
        return served
    }

    private static func write(to stores: [StatementStore]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for store in stores {
                group.addTask {
                    for number in 0..<40 {
                        // One that voids has the store to itself.
                        let voiding = number % 10 == 0 ? [Draft.voiding(UUID())] : []
                        try await store.store([Draft(), Draft()] + voiding)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
