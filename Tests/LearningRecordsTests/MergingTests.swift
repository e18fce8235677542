import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

// One after the other, for they hold the table.
@Suite("requests that arrive together", .migratedDatabase, .serialized)
struct MergingTests {
    let database: MigratedDatabase
    let store: StatementStore

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
    }

    @Test("requests that wait at once are stored in one transaction")
    func oneBatch() async throws {
        let store = StatementStore(pool: database.service, limits: IngestLimits(batchesInFlight: 1))
        let requests = (0..<50).map { _ in [Draft(), Draft()] }
        let outcomes = try await store.storeTogether(requests, in: database)
        #expect(outcomes.allSatisfy { $0 == .stored })
        let statistics = store.ingestStatistics
        #expect(statistics.batches == 2)
        #expect(statistics.requests == 51 && statistics.statements == 101)
        #expect(statistics.waitingRequests == 0 && statistics.waitingBytes == 0)
        #expect(try await store.has(requests.last?.last?.id))
    }

    @Test("what is worth a transaction of its own is stored beside a batch under way, and less than that waits")
    func besideAnother() async throws {
        let store = StatementStore(
            pool: database.service, limits: IngestLimits(batchesInFlight: 2, worthwhileStatements: 3))
        let (known, drafts) = (Draft(), (0..<4).map { _ in Draft() })
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            try await database.holding("lrs.statement") {
                group.addTask { await Outcome.of { try await store.store(known) } }
                try await database.untilSessionsWait()
                // Whose id is under way waits, however much comes with it.
                for request in [[drafts[0]], [known, drafts[1], drafts[2]]] {
                    let request = try request.map { try $0.incoming() }
                    group.addTask { await Outcome.of { try await store.store(request, authority: .platform) } }
                }
                try await database.untilSessionsWait(2)
                #expect(store.ingestStatistics.waitingRequests == 1)
                group.addTask { await Outcome.of { try await store.store(drafts[3]) } }
                #expect(try await eventually { store.ingestStatistics.waitingRequests == 2 })
                #expect(try await database.waitingSessions() == 2)
            }
            for try await outcome in group { #expect(outcome == .stored) }
        }
        for draft in drafts { #expect(try await store.has(draft.id)) }
        // Three, if the batch whose id the other request waits for ends before the second one; four, if after it.
        #expect((3...4).contains(store.ingestStatistics.batches))
    }

    @Test("a batch ends where its limits are")
    func batchLimits() async throws {
        let store = StatementStore(pool: database.service, limits: IngestLimits(batchStatements: 10))
        let requests = [4, 4, 4, 25, 4].map { count in (0..<count).map { _ in Draft() } }
        let outcomes = try await store.storeTogether(requests, in: database)
        #expect(outcomes.allSatisfy { $0 == .stored })
        // The one that held the others up; 4 + 4; 4; 25, which no batch could hold; 4.
        #expect(store.ingestStatistics.batches == 5)
    }

    @Test("a conflict harms only the request that has it")
    func conflictsApart() async throws {
        let taken = UUID()
        try await store.store(Draft(id: taken))
        let requests = (0..<20).map { number in
            [Draft(), Draft(id: number == 7 ? taken : UUID(), verb: "http://example.com/verbs/other")]
        }
        let outcomes = try await store.storeTogether(requests, in: database)
        for (number, outcome) in outcomes.enumerated() {
            #expect(outcome == (number == 7 ? .refused(.conflict([taken])) : .stored))
            #expect(try await store.has(requests[number].first?.id) == (number != 7))
        }
        #expect(store.ingestStatistics.conflicts == 1)
    }

    @Test("of two waiting requests with one id the first is stored; the second is compared with it")
    func sameIDTogether() async throws {
        let (same, other) = (UUID(), UUID())
        let outcomes = try await store.storeTogether(
            [
                [Draft(id: same)], [Draft(id: same)],
                [Draft(id: other)], [Draft(id: other, verb: "http://example.com/verbs/other")],
            ], in: database)
        #expect(outcomes == [.stored, .stored, .stored, .refused(.conflict([other]))])
    }

    @Test("data that the dictionaries cannot hold harm only the request that brings them")
    func poisonedName() async throws {
        let name = "p-\(UUID())"
        try await database.administrator.withConnection { db in
            try await db.executeScript("ALTER TABLE lrs.agent ADD CHECK (identifier <> '\(name)')")
        }
        try await checkPoison(Draft(actor: Draft.account(name)))
    }

    @Test("data that the table refuses harm only the request that brings them")
    func poisonedRow() async throws {
        let poisoned = Draft()
        try await database.administrator.withConnection { db in
            try await db.executeScript(
                "ALTER TABLE lrs.statement ADD CHECK (statement_id <> '\(poisoned.id.uuidString)')")
        }
        try await checkPoison(poisoned)
    }

    private func checkPoison(_ poisoned: Draft) async throws {
        let requests = (0..<10).map { number in number == 4 ? [Draft(), poisoned] : [Draft(), Draft()] }
        let outcomes = try await store.storeTogether(requests, in: database)
        for (number, outcome) in outcomes.enumerated() {
            if number == 4 {
                guard case .failed(let reason) = outcome else {
                    Issue.record("the poisoned request was \(outcome)")
                    continue
                }
                #expect(reason.contains("23514"))
            } else {
                #expect(outcome == .stored)
            }
            #expect(try await store.has(requests[number].first?.id) == (number != 4))
        }
        // And the store goes on.
        let next = Draft()
        try await store.store(next)
        #expect(try await store.has(next.id))
    }

    @Test("who comes when too much waits is turned away, and what waits is stored all the same")
    func overloaded() async throws {
        let draft = Draft()
        let size = draft.text.utf8.count
        let store = StatementStore(pool: database.service, limits: IngestLimits(waitingBytes: 2 * size))
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            try await database.holding("lrs.statement") {
                group.addTask { await Outcome.of { try await store.store(Draft()) } }
                try await database.untilSessionsWait()
                for position in 1...2 {
                    group.addTask { await Outcome.of { try await store.store(Draft()) } }
                    #expect(try await eventually { store.ingestStatistics.waitingRequests == position })
                }
                await #expect(throws: LearningRecordError.overloaded) { try await store.store(draft) }
                #expect(store.ingestStatistics.turnedAway == 1)
            }
            for try await outcome in group { #expect(outcome == .stored) }
        }
        #expect(try await !store.has(draft.id))
        try await store.store(draft)
        #expect(try await store.has(draft.id))
    }

    @Test("a single request larger than all that may wait is taken when nobody waits")
    func largeAlone() async throws {
        let store = StatementStore(pool: database.service, limits: IngestLimits(batchBytes: 10, waitingBytes: 10))
        try await store.store([Draft(), Draft()])
        #expect(store.ingestStatistics.statements == 2)
    }

    @Test("a request whose client went away while it waited harms nobody, and is stored or not as it is told")
    func cancelledWaiter() async throws {
        let store = store
        let (abandoned, other) = (Draft(), Draft())
        try await withThrowingTaskGroup(of: Void.self) { group in
            let waiting = Task { await Outcome.of { try await store.store(abandoned) } }
            try await database.holding("lrs.statement") {
                group.addTask { try await store.store(Draft()) }
                try await database.untilSessionsWait()
                group.addTask { try await store.store(other) }
                #expect(try await eventually { store.ingestStatistics.waitingRequests >= 1 })
                waiting.cancel()
            }
            try await group.waitForAll()
            #expect(try await store.has(abandoned.id) == (await waiting.value == .stored))
        }
        #expect(try await store.has(other.id))
        #expect(store.ingestStatistics.waitingRequests == 0)
        #expect(store.ingestStatistics.waitingBytes == 0)
    }
}
