import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("voiding", .migratedDatabase)
struct VoidingTests {
    let database: MigratedDatabase
    let store: StatementStore

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
    }

    /// Whether a statement is found as one that stands, and as a voided one.
    private func standing(_ id: UUID) async throws -> (stands: Bool, isVoided: Bool) {
        (try await store.statement(id) != nil, try await store.statement(id, voided: true) != nil)
    }

    @Test("a voided statement is found only as a voided one; on pages, what it said finds the one that voided it")
    func voided() async throws {
        let registration = UUID()
        let draft = Draft(context: #""registration":"\#(registration.uuidString)""#)
        try await store.store(draft)
        #expect(try await standing(draft.id) == (true, false))
        let voiding = Draft.voiding(draft.id)
        try await store.store(voiding)
        #expect(try await standing(draft.id) == (false, true))
        #expect(try await standing(voiding.id) == (true, false))
        var filter = StatementFilter()
        filter.registrations = [registration]
        let texts = try await store.page(filter).statements.map { String(decoding: $0, as: UTF8.self) }
        #expect(texts.count == 1)
        #expect(texts.allSatisfy { $0.hasPrefix(#"{"id":"\#(voiding.id.uuidString.lowercased())""#) })
    }

    @Test("a statement that comes after the one that voids it comes voided")
    func beforeArrival() async throws {
        let draft = Draft()
        try await store.store(Draft.voiding(draft.id))
        try await store.store(draft)
        #expect(try await standing(draft.id) == (false, true))
    }

    @Test("a statement and its voiding may come in one request, in either order", arguments: [true, false])
    func oneRequest(voidingFirst: Bool) async throws {
        let draft = Draft()
        let both = [draft, Draft.voiding(draft.id)]
        try await store.store(voidingFirst ? both.reversed() : both)
        #expect(try await standing(draft.id) == (false, true))
    }

    @Test("a voiding statement cannot be voided, whichever comes first", arguments: [true, false])
    func voidingVoiding(inOrder: Bool) async throws {
        let draft = Draft()
        let first = Draft.voiding(draft.id)
        let second = Draft.voiding(first.id)
        try await store.store(draft)
        for voiding in inOrder ? [first, second] : [second, first] { try await store.store(voiding) }
        #expect(try await standing(first.id) == (true, false))
        #expect(try await standing(draft.id) == (false, true))
    }

    @Test("a statement voided twice is voided; so is one that is sent again afterwards")
    func again() async throws {
        let draft = Draft()
        try await store.store([draft, Draft.voiding(draft.id)])
        try await store.store([Draft.voiding(draft.id)])
        try await store.store(draft)
        #expect(try await standing(draft.id) == (false, true))
    }

    @Test("a voiding statement that is refused for a conflict voids nothing", arguments: [true, false])
    func refusedVoiding(ofReference: Bool) async throws {
        let target = Draft()
        var taken = Draft()
        if ofReference {
            // What is there under the id names the same statement, but does not void it.
            taken = Draft.voiding(target.id)
            taken.verb = "http://adlnet.gov/expapi/verbs/commented"
        }
        try await store.store([target, taken])
        await #expect(throws: LearningRecordError.conflict([taken.id])) {
            try await store.store(Draft.voiding(target.id, as: taken.id))
        }
        #expect(try await standing(target.id) == (true, false))
    }

    @Test("a statement that only refers to another voids nothing")
    func reference() async throws {
        let draft = Draft()
        try await store.store(draft)
        var commented = Draft.voiding(draft.id)
        commented.verb = "http://adlnet.gov/expapi/verbs/commented"
        try await store.store(commented)
        #expect(try await standing(draft.id) == (true, false))
    }

    @Test("readers of the outbox are told of a voided statement, whether or not it was about a pilot")
    func outbox() async throws {
        let draft = Draft()
        try await store.store(draft)
        let query: Query = """
            SELECT count(*) FROM lrs.outbox JOIN lrs.statement USING (statement_key) WHERE statement_id = \(draft.id)
            """
        func count() async throws -> Int64 {
            try await database.administrator.withConnection { db in try await db.one(query, as: Int64.self) }
        }
        #expect(try await count() == 0)
        try await store.store(Draft.voiding(draft.id))
        #expect(try await count() == 1)
    }
}
