import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("a database that goes away", .migratedDatabase, .serialized)
struct UnavailableTests {
    let database: MigratedDatabase
    let pool: ConnectionPool
    let store: StatementStore

    init() throws {
        database = try MigratedDatabase.current
        let hasty = PoolOptions(
            maximumConnections: 2, acquireTimeout: .seconds(1), initialBackoff: .milliseconds(10),
            maximumBackoff: .milliseconds(100))
        pool = database.pool(as: "tessera_service", options: hasty)
        store = StatementStore(pool: pool)
    }

    /// Closes the database for everybody, or opens it again; run from another database.
    private func setOpen(_ isOpen: Bool) async throws {
        try await Connection.withConnection(to: TestServer.administrator) { db in
            try await db.executeScript("ALTER DATABASE \(database.name) ALLOW_CONNECTIONS \(isOpen)")
            guard !isOpen else { return }
            // Who waits for a lock goes before who holds it, or it would get the lock for a moment.
            _ = try await db.rows(
                """
                SELECT pg_terminate_backend(pid, 5000)
                FROM (
                    SELECT pid FROM pg_stat_activity WHERE datname = \(database.name)
                    ORDER BY wait_event_type IS DISTINCT FROM 'Lock'
                ) AS session
                """, as: Bool.self)
        }
    }

    private static func isUnavailable(_ outcome: Outcome) -> Bool {
        if case .refused(.unavailable) = outcome { true } else { false }
    }

    @Test("requests are told that it is unavailable, nothing is half stored, and it goes on by itself")
    func goneAndBack() async throws {
        let before = Draft()
        try await store.store(before)
        try await setOpen(false)
        let during = (0..<5).map { _ in Draft() }
        for draft in during {
            let outcome = await Outcome.of { try await store.store(draft) }
            #expect(Self.isUnavailable(outcome), "\(outcome)")
        }
        #expect(store.ingestStatistics.failed == 5)
        try await setOpen(true)
        let isBack = try await eventually { await Outcome.of { try await store.store(Draft()) } == .stored }
        #expect(isBack)
        #expect(try await store.has(before.id))
        for draft in during { #expect(try await !store.has(draft.id)) }
        try await store.store(during)
        for draft in during { #expect(try await store.has(draft.id)) }
        await pool.drain()
    }

    @Test("what was being written when it went is unavailable; sent again, it is stored once")
    func midWrite() async throws {
        let store = store
        let drafts = [Draft(), Draft(), Draft()]
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            let isHeld = await Outcome.of {
                try await database.holding("lrs.statement") {
                    group.addTask { await Outcome.of { try await store.store(drafts[0]) } }
                    try await database.untilSessionsWait()
                    group.addTask { await Outcome.of { try await store.store([drafts[1], drafts[2]]) } }
                    #expect(try await eventually { store.ingestStatistics.waitingRequests == 1 })
                    try await setOpen(false)
                }
            }
            #expect(isHeld != .stored, "the connection that held the table was lost as well")
            for try await outcome in group { #expect(Self.isUnavailable(outcome), "\(outcome)") }
        }
        try await setOpen(true)
        let isBack = try await eventually { await Outcome.of { try await store.store(drafts) } == .stored }
        #expect(isBack)
        let count = try await database.administrator.withConnection { db in
            try await db.one(
                "SELECT count(*) FROM lrs.statement WHERE statement_id = ANY (\(drafts.map(\.id)))", as: Int64.self)
        }
        #expect(count == 3)
        #expect(store.ingestStatistics.waitingRequests == 0)
        await pool.drain()
    }
}
