import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("since and until", .migratedDatabase)
struct TimeRangeTests {
    let database: MigratedDatabase
    let store: StatementStore

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
    }

    /// Whether the filter with these limits finds a statement stored at a moment, with microseconds relative to that.
    @Test(
        "since is before and until is not after the moment of storing, to the microsecond",
        arguments: [
            (since: nil, until: nil, isFound: true),
            (since: 0, until: nil, isFound: false), (since: -1, until: nil, isFound: true),
            (since: 1, until: nil, isFound: false), (since: -1000, until: nil, isFound: true),
            (since: -1001, until: nil, isFound: true), (since: 999, until: nil, isFound: false),
            (since: nil, until: 0, isFound: true), (since: nil, until: -1, isFound: false),
            (since: nil, until: 1, isFound: true), (since: nil, until: 999, isFound: true),
            (since: nil, until: -1000, isFound: false), (since: -1, until: 0, isFound: true),
            (since: 0, until: 0, isFound: false), (since: 1000, until: -1000, isFound: false),
        ] as [(since: Int64?, until: Int64?, isFound: Bool)])
    func limits(since: Int64?, until: Int64?, isFound: Bool) async throws {
        let registration = UUID()
        let draft = Draft(context: #""registration":"\#(registration.uuidString)""#)
        try await store.store(draft)
        let stored = try #require(try await store.statement(draft.id)).stored.microseconds
        var filter = StatementFilter()
        filter.registrations = [registration]
        filter.since = since.map { Timestamp(microseconds: stored + $0) }
        filter.until = until.map { Timestamp(microseconds: stored + $0) }
        #expect(try await store.page(filter).statements.count == (isFound ? 1 : 0))
    }

    @Test(
        "moments beyond all statements are no error",
        arguments: [
            (Timestamp.negativeInfinity, true), (Timestamp(microseconds: -1), true),
            (Timestamp(microseconds: -946_684_800_000_001), true), (Timestamp(microseconds: 0), true),
            (Timestamp(microseconds: 9_000_000_000_000_000_000), false), (Timestamp.infinity, false),
        ])
    func extremes(moment: Timestamp, isBefore: Bool) async throws {
        let registration = UUID()
        try await store.store(Draft(context: #""registration":"\#(registration.uuidString)""#))
        var (after, before) = (StatementFilter(), StatementFilter())
        (after.registrations, before.registrations) = ([registration], [registration])
        (after.since, before.until) = (moment, moment)
        #expect(try await store.page(after).statements.count == (isBefore ? 1 : 0))
        #expect(try await store.page(before).statements.count == (isBefore ? 0 : 1))
    }

    @Test("a statement's key tells the millisecond in which it was stored")
    func keys() async throws {
        let draft = Draft()
        try await store.store(draft)
        let isWithin = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT statement_key >= lrs.first_key_at(stored)
                    AND statement_key < lrs.first_key_at(stored + interval '1 millisecond')
                FROM lrs.statement WHERE statement_id = \(draft.id)
                """, as: Bool.self)
        }
        #expect(isWithin)
    }
}
