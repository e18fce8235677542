import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing
import XAPI

@Suite("statements that refer to statements", .migratedDatabase)
struct ReferenceTests {
    let store: StatementStore

    init() throws {
        store = StatementStore(pool: try MigratedDatabase.current.service)
    }

    private func reference(to id: UUID) -> String {
        #"{"objectType":"StatementRef","id":"\#(id.uuidString.lowercased())"}"#
    }

    private func found(verb: String, ascending: Bool = true, _ change: (inout StatementFilter) -> Void = { _ in })
        async throws -> [String]
    {
        var filter = StatementFilter()
        filter.verbs = [verb]
        filter.ascending = ascending
        change(&filter)
        return try await store.page(filter).statements.map { String(decoding: $0, as: UTF8.self) }
    }

    private func contains(_ texts: [String], _ draft: Draft) -> Bool {
        texts.contains { $0.hasPrefix(#"{"id":"\#(draft.id.uuidString.lowercased())""#) }
    }

    @Test(
        "what a statement refers to finds it too, through a chain, in whatever order they come",
        arguments: [0, 1, 2, 3, 4, 5])
    func chains(_ permutation: Int) async throws {
        let verb = "http://example.com/\(UUID())"
        let target = Draft(verb: verb)
        let first = Draft(object: reference(to: target.id))
        let second = Draft(object: reference(to: first.id))
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        let drafts = [target, first, second]
        for index in orders[permutation] { try await store.store([drafts[index]]) }
        let texts = try await found(verb: verb)
        #expect(texts.count == 3)
        for draft in drafts { #expect(contains(texts, draft)) }
    }

    @Test("a chain that comes as one batch is linked")
    func batch() async throws {
        let verb = "http://example.com/\(UUID())"
        let target = Draft(verb: verb)
        let first = Draft(object: reference(to: target.id))
        let second = Draft(object: reference(to: first.id))
        try await store.store([second, first, target])
        #expect(try await found(verb: verb).count == 3)
        #expect(try await found(verb: verb, ascending: false).count == 3)
    }

    @Test("a circle of references ends")
    func circle() async throws {
        let verb = "http://example.com/\(UUID())"
        let (one, other) = (UUID(), UUID())
        try await store.store([Draft(id: one, verb: verb, object: reference(to: other))])
        try await store.store([Draft(id: other, object: reference(to: one))])
        #expect(try await found(verb: verb).count == 2)
    }

    @Test("filters hold for the statement that is referred to as a whole, not for a mixture of the two")
    func whole() async throws {
        let (verb, activity) = ("http://example.com/\(UUID())", "http://example.com/\(UUID())")
        let target = Draft(object: Draft.activity(activity))
        let referrer = Draft(verb: verb, object: reference(to: target.id))
        try await store.store([target, referrer])
        #expect(try await found(verb: verb) { $0.activities = [activity] }.isEmpty)
        #expect(try await found(verb: verb).count == 1)
    }

    @Test("a voided statement is not listed, but what refers to it is found by what it said")
    func voided() async throws {
        let verb = "http://example.com/\(UUID())"
        let target = Draft(verb: verb)
        let comment = Draft(object: reference(to: target.id))
        try await store.store([target, comment])
        try await store.store([Draft(verb: "http://adlnet.gov/expapi/verbs/voided", object: reference(to: target.id))])
        let texts = try await found(verb: verb)
        #expect(!contains(texts, target))
        #expect(contains(texts, comment))
        #expect(texts.count == 2)
    }

    @Test("pages go through references without loss, and the range of time is that of the referring statement")
    func pages() async throws {
        let verb = "http://example.com/\(UUID())"
        let target = Draft(verb: verb)
        try await store.store([target])
        let before = try await store.consistentThrough()
        try await Task.sleep(for: .milliseconds(5))
        for _ in 0..<7 { try await store.store([Draft(object: reference(to: target.id))]) }
        var filter = StatementFilter()
        filter.verbs = [verb]
        filter.limit = 3
        var count = 0
        repeat {
            let page = try await store.page(filter)
            count += page.statements.count
            filter.cursor = page.next
        } while filter.cursor != nil
        #expect(count == 8)
        #expect(try await found(verb: verb) { $0.since = before }.count >= 7)
    }
}
