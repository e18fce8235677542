import FoundationEssentials
import LearningRecords
import TestSupport
import Testing
import XAPI

@Suite("queries", .migratedDatabase)
struct QueryTests {
    let store: StatementStore
    let home = "http://example.com/\(UUID())/"

    init() throws {
        store = StatementStore(pool: try MigratedDatabase.current.service)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func filter(_ change: (inout StatementFilter) -> Void) -> StatementFilter {
        var filter = StatementFilter()
        change(&filter)
        return filter
    }

    @Test("of a list of values, one must fit; of several lists, one of each")
    func lists() async throws {
        let registrations = [UUID(), UUID(), UUID()]
        for (number, registration) in registrations.enumerated() {
            try await store.store(
                ["v", "w", "x"].map { verb in
                    Draft(
                        actor: Draft.account("\(number)", at: home), verb: home + verb,
                        object: Draft.activity(home + "a\(number)"),
                        context: #""registration":"\#(registration.uuidString.lowercased())""#)
                })
        }
        let verbs = filter { $0.verbs = [home + "v", home + "w", home + "never"] }
        #expect(try await store.count(verbs) == 6)
        var both = verbs
        both.registrations = [registrations[0], registrations[2]]
        #expect(try await store.count(both) == 4)
        both.activities = [home + "a0", home + "a1"]
        #expect(try await store.count(both) == 2)
        let agents = ["0", "1"].map { AgentIdentity(kind: .account, identifier: $0, homePage: home) }
        #expect(try await store.count(filter { $0.agents = agents }) == 6)
        #expect(try await store.page(filter { $0.agents = agents }).statements.count == 6)
        #expect(try await store.count(filter { $0.verbs = [home + "never", home + "ever"] }) == 0)
    }

    @Test("a statement that fits twice, by itself and by what it refers to, counts once")
    func twice() async throws {
        let first = Draft(verb: home + "v")
        let target = #"{"objectType":"StatementRef","id":"\#(first.id.uuidString.lowercased())"}"#
        try await store.store([first, Draft(verb: home + "w", object: target)])
        let filter = filter { $0.verbs = [home + "v", home + "w"] }
        #expect(try await store.count(filter) == 2)
        #expect(try await store.page(filter).statements.count == 2)
    }

    @Test(
        "a count is of all pages, whatever the cursor and the limit, and leaves out what was voided unless it is asked for"
    )
    func count() async throws {
        let drafts = (0..<12).map { _ in Draft(verb: home + "c") }
        try await store.store(drafts)
        var filter = filter {
            $0.verbs = [home + "c"]
            $0.limit = 5
        }
        let (page, count) = try await store.countedPage(filter)
        #expect(page.statements.count == 5 && count == 12)
        filter.cursor = page.next
        #expect(try await store.count(filter) == 12)
        try await store.store(Draft.voiding(drafts[3].id))
        // Eleven, and the voiding statement, which is found by what it refers to.
        #expect(try await store.count(filter) == 12)
        filter.includesVoided = true
        #expect(try await store.count(filter) == 13)
        filter.includesVoided = false
        filter.authority = Authority(accountHomePage: home, name: "nobody")
        #expect(try await store.count(filter) == 0)
    }

    @Test("statements come in the order of the ids asked for, with nothing for those that are not there")
    func ids() async throws {
        let drafts = (0..<4).map { _ in Draft() }
        try await store.store(drafts)
        try await store.store(Draft.voiding(drafts[1].id))
        let asked = [drafts[2].id, UUID(), drafts[0].id, drafts[1].id, drafts[2].id]
        let found = try await store.statements(asked).map { $0.map(text) }
        let expected = [
            try await store.text(drafts[2].id), nil, try await store.text(drafts[0].id), nil,
            try await store.text(drafts[2].id),
        ]
        #expect(found == expected)
        let stranger = Authority(accountHomePage: home, name: "stranger")
        #expect(try await store.statements(asked, of: stranger).allSatisfy { $0 == nil })
        #expect(try await store.statements([]).isEmpty)
    }
}
