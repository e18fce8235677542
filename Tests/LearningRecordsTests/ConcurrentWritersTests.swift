import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("several processes that store at once", .migratedDatabaseForEachTest)
struct ConcurrentWritersTests {
    let database: MigratedDatabase

    init() throws {
        database = try MigratedDatabase.current
    }

    /// Runs `body` with stores that share nothing but the database.
    private func withStores(_ count: Int, _ body: ([StatementStore]) async throws -> Void) async throws {
        let pools = (0..<count).map { _ in database.pool(as: "tessera_service") }
        do {
            try await body(pools.map { StatementStore(pool: $0) })
        } catch {
            for pool in pools { await pool.drain() }
            throw error
        }
        for pool in pools { await pool.drain() }
    }

    @Test("new activities, agents and verbs that all of them bring get one key each, without a deadlock")
    func sharedDictionaries() async throws {
        try await withStores(4) { stores in
            let outcomes = await withTaskGroup(of: Outcome.self) { group in
                for store in stores {
                    for round in 0..<25 {
                        // Each in another order, so that writers who took rows as they come would wait in a circle.
                        let numbers = (0..<20).map { (round * 20 + $0) % 300 }.shuffled()
                        let drafts = numbers.map { number in
                            Draft(
                                actor: Draft.account("p-\(number)"), verb: "http://example.com/verbs/\(number % 40)",
                                object: Draft.activity("http://example.com/\(number)", type: "http://example.com/t"))
                        }
                        group.addTask { await Outcome.of { try await store.store(drafts) } }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count == 100 && outcomes.allSatisfy { $0 == .stored })
        }
        let counts = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT
                    (SELECT count(*) FROM lrs.statement), (SELECT count(*) FROM lrs.activity),
                    (SELECT count(*) FROM lrs.agent WHERE home_page = 'https://id.example.com/'),
                    (SELECT count(*) FROM lrs.verb WHERE iri LIKE 'http://example.com/%'),
                    (SELECT count(*) FROM lrs.authority),
                    (SELECT count(*) FROM lrs.statement_agent WHERE role = 'actor')
                """, as: (Int64, Int64, Int64, Int64, Int64, Int64).self)
        }
        #expect(counts == (2000, 300, 300, 40, 1, 2000))
        let deadlocks = try await database.administrator.withConnection { db in
            try await db.one(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", as: Int64.self)
        }
        #expect(deadlocks == 0)
    }

    @Test("the same new statements, sent to each at once, are stored once and every sender is told so")
    func sameContent() async throws {
        let drafts = (0..<200).map { _ in Draft(timestamp: "2026-03-02T10:00:00Z") }
        try await withStores(4) { stores in
            let outcomes = await withTaskGroup(of: Outcome.self) { group in
                for store in stores {
                    for draft in drafts.shuffled() {
                        group.addTask { await Outcome.of { try await store.store(draft) } }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 != .stored } == [])
        }
        let count = try await database.administrator.withConnection { db in
            try await db.one("SELECT count(*) FROM lrs.statement", as: Int64.self)
        }
        #expect(count == 200)
    }

    @Test("of different statements under one new id, sent to two at once, exactly one is stored; the other conflicts")
    func otherContent() async throws {
        let ids = (0..<100).map { _ in UUID() }
        try await withStores(2) { stores in
            let drafts = (0...1).map { number in
                ids.map { Draft(id: $0, verb: "http://example.com/verbs/\(number)") }
            }
            async let first = Self.storeEach(drafts[0], in: stores[0])
            async let second = Self.storeEach(drafts[1], in: stores[1])
            let (ofFirst, ofSecond) = await (first, second)
            for id in ids {
                let outcomes = [ofFirst[id], ofSecond[id]]
                #expect(outcomes.count { $0 == .stored } == 1)
                #expect(outcomes.count { $0 == .refused(.conflict([id])) } == 1)
                let text = try await stores[0].text(id)
                #expect(text?.contains("verbs/\(outcomes[0] == .stored ? 0 : 1)") == true)
            }
        }
    }

    /// Stores each in a request of its own, all at once.
    private static func storeEach(_ drafts: [Draft], in store: StatementStore) async -> [UUID: Outcome] {
        await withTaskGroup(of: (UUID, Outcome).self) { group in
            for draft in drafts {
                group.addTask { (draft.id, await Outcome.of { try await store.store(draft) }) }
            }
            var outcomes: [UUID: Outcome] = [:]
            for await (id, outcome) in group { outcomes[id] = outcome }
            return outcomes
        }
    }

    @Test("a statement whose insert has not committed yet is waited for, and then compared with")
    func waitsForTheOther() async throws {
        let id = UUID()
        try await withStores(2) { stores in
            // The first is held up after its snapshot was taken, by a row that another transaction has.
            try await database.delayInsert(of: id) { release in
                async let first = Outcome.of { try await stores[0].store(Draft(id: id)) }
                try await database.untilSessionsWait(1)
                async let second = Outcome.of {
                    try await stores[1].store(Draft(id: id, verb: "http://example.com/verbs/other"))
                }
                try await database.untilSessionsWait(2)
                try await release()
                let outcomes = await [first, second]
                #expect(outcomes.count { $0 == .stored } == 1)
                #expect(outcomes.count { $0 == .refused(.conflict([id])) } == 1)
            }
        }
    }

    @Test("a statement and the one that voids it, stored by two at the same moment, leave it voided")
    func voidingRace() async throws {
        let id = UUID()
        try await withStores(2) { stores in
            try await database.delayInsert(of: id) { release in
                async let stored = Outcome.of { try await stores[0].store(Draft(id: id)) }
                try await database.untilSessionsWait(1)
                let voiding = Draft.voiding(id)
                async let voided = Outcome.of { try await stores[1].store(voiding) }
                // It may wait for the other or not; either way, both end.
                let isUnderWay = try await eventually {
                    if try await stores[1].has(voiding.id) { return true }
                    return try await database.waitingSessions() >= 2
                }
                #expect(isUnderWay)
                try await release()
                #expect(await [stored, voided] == [.stored, .stored])
            }
            #expect(try await stores[0].statement(id) == nil)
            #expect(try await stores[0].statement(id, voided: true) != nil)
        }
    }
}
