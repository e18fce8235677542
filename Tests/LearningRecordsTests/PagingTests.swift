import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("pages", .migratedDatabase)
struct PagingTests {
    let store: StatementStore
    let registration = UUID()

    init() throws {
        store = StatementStore(pool: try MigratedDatabase.current.service)
    }

    private func drafts(_ count: Int) -> [Draft] {
        (0..<count).map { _ in Draft(context: #""registration":"\#(registration.uuidString)""#) }
    }

    private func filter(limit: Int, ascending: Bool) -> StatementFilter {
        var filter = StatementFilter()
        filter.registrations = [registration]
        filter.limit = limit
        filter.ascending = ascending
        return filter
    }

    /// The ids on all pages, read by the links between them.
    private func walk(_ filter: StatementFilter) async throws -> [String] {
        struct Endless: Error {}
        var filter = filter
        var ids: [String] = []
        repeat {
            let page = try await store.page(filter)
            ids += page.statements.compactMap(Self.id)
            if ids.count > 1000 { throw Endless() }
            // As a link would carry it.
            filter.cursor = page.next.flatMap { StatementCursor(text: $0.text) }
        } while filter.cursor != nil
        return ids
    }

    private static func id(_ statement: [UInt8]) -> String? {
        String(decoding: statement, as: UTF8.self).split(separator: #""id":""#).first { $0.count >= 36 }
            .map { String($0.prefix(36)) }
    }

    @Test(
        "pages give the newest first, or the oldest, each statement once", arguments: [true, false], [1, 7, 30, 100])
    func order(ascending: Bool, limit: Int) async throws {
        let drafts = drafts(30)
        for draft in drafts { try await store.store(draft) }
        let ids = drafts.map { $0.id.uuidString.lowercased() }
        let walked = try await walk(filter(limit: limit, ascending: ascending))
        #expect(walked == (ascending ? ids : ids.reversed()))
    }

    @Test("the last page has no successor, also when it is full")
    func lastPage() async throws {
        try await store.store(drafts(4))
        #expect(try await store.page(filter(limit: 4, ascending: true)).next == nil)
        #expect(try await store.page(filter(limit: 3, ascending: true)).next != nil)
    }

    @Test("a page has no more than the server's maximum, whatever is asked for", arguments: [0, 501, 100_000])
    func maximum(limit: Int) async throws {
        try await store.store(drafts(StatementPage.maximumStatements + 1))
        let page = try await store.page(filter(limit: limit, ascending: false))
        #expect(page.statements.count == StatementPage.maximumStatements)
        #expect(page.next != nil)
    }

    @Test("what is stored while somebody turns the pages moves nothing from its place", arguments: [true, false])
    func whileWriting(ascending: Bool) async throws {
        let before = drafts(40)
        try await store.store(before)
        let walked = try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<20 { try await store.store(drafts(2)) }
                }
            }
            let walked = try await walk(filter(limit: 5, ascending: ascending))
            try await group.waitForAll()
            return walked
        }
        #expect(Set(walked).count == walked.count)
        #expect(Set(before.map { $0.id.uuidString.lowercased() }).isSubset(of: walked))
        #expect(try await walk(filter(limit: 100, ascending: ascending)).count == 200)
    }

    @Test("what is no cursor is none", arguments: ["", "-1", "0", "x y", "zzzzzzzzzzzzzzzzzz", "1.5"])
    func malformedCursor(text: String) {
        #expect(StatementCursor(text: text) == nil)
    }
}
