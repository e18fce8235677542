import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing
import XAPI

@Suite("filters", .migratedDatabase)
struct FilterTests {
    let store: StatementStore

    init() throws {
        store = StatementStore(pool: try MigratedDatabase.current.service)
    }

    /// The names, by which the tests call them, of the statements that a filter finds.
    private func found(_ drafts: [String: Draft], _ change: (inout StatementFilter) -> Void) async throws -> Set<String>
    {
        var filter = StatementFilter()
        change(&filter)
        let texts = try await store.page(filter).statements.map { String(decoding: $0, as: UTF8.self) }
        let names = drafts.filter { draft in texts.contains { $0.contains(draft.value.id.uuidString.lowercased()) } }
        #expect(names.count == texts.count, "others were found too")
        return Set(names.keys)
    }

    @Test("verb, activity and registration each choose; together they must all fit")
    func byColumns() async throws {
        let (registration, home) = (UUID(), "http://example.com/\(UUID())/")
        let context = #""registration":"\#(registration.uuidString.lowercased())""#
        let drafts = [
            "verb": Draft(verb: home + "v"),
            "activity": Draft(object: Draft.activity(home + "a")),
            "registration": Draft(context: context),
            "all": Draft(verb: home + "v", object: Draft.activity(home + "a"), context: context),
        ]
        try await store.store(Array(drafts.values))
        #expect(try await found(drafts) { $0.verbs = [home + "v"] } == ["verb", "all"])
        #expect(try await found(drafts) { $0.activities = [home + "a"] } == ["activity", "all"])
        #expect(try await found(drafts) { $0.registrations = [registration] } == ["registration", "all"])
        let together = try await found(drafts) {
            $0.verbs = [home + "v"]
            $0.activities = [home + "a"]
            $0.registrations = [registration]
        }
        #expect(together == ["all"])
        #expect(try await found(drafts) { $0.verbs = [home + "V"] } == [])
        #expect(try await found(drafts) { $0.activities = [home] } == [])
    }

    @Test("an activity anywhere in the statement is found when related ones are asked for")
    func relatedActivities() async throws {
        let iri = "http://example.com/\(UUID())"
        let activity = Draft.activity(iri)
        func context(_ role: String) -> String { #""contextActivities":{"\#(role)":[\#(activity)]}"# }
        let sub = #"{"objectType":"SubStatement","actor":\#(Draft.account("s")),"verb":{"id":"http://example.com/v"},"#
        let drafts = [
            "object": Draft(object: activity),
            "parent": Draft(context: context("parent")), "grouping": Draft(context: context("grouping")),
            "category": Draft(context: context("category")), "other": Draft(context: context("other")),
            "sub": Draft(object: sub + #""object":\#(activity)}"#),
            "subparent": Draft(
                object: sub + #""object":{"id":"http://example.com/o"},"context":{\#(context("parent"))}}"#),
        ]
        try await store.store(Array(drafts.values))
        #expect(try await found(drafts) { $0.activities = [iri] } == ["object"])
        let related = try await found(drafts) {
            $0.activities = [iri]
            $0.relatedActivities = true
        }
        #expect(related == Set(drafts.keys))
    }

    @Test("an agent is found as actor or object, also as a member of a group there, and elsewhere when asked for")
    func agents() async throws {
        let name = "p-\(UUID())"
        let agent = Draft.account(name)
        let member = #"{"objectType":"Group","member":[\#(agent),{"mbox":"mailto:other@example.com"}]}"#
        let sub =
            #"{"objectType":"SubStatement","actor":\#(agent),"verb":{"id":"http://example.com/v"},"#
            + #""object":{"id":"http://example.com/o"}}"#
        let object = agent.replacing("{\"account", with: "{\"objectType\":\"Agent\",\"account")
        let drafts = [
            "actor": Draft(actor: agent), "object": Draft(object: object),
            "member": Draft(actor: member), "objectMember": Draft(object: member),
            "instructor": Draft(context: #""instructor":\#(agent)"#), "team": Draft(context: #""team":\#(member)"#),
            "contextAgent": Draft(context: #""contextAgents":[{"objectType":"contextAgent","agent":\#(object)}]"#),
            "sub": Draft(object: sub),
            "namesake": Draft(actor: Draft.account(name, at: "https://elsewhere.example.com/")),
        ]
        try await store.store(Array(drafts.values))
        let identity = AgentIdentity(kind: .account, identifier: name, homePage: "https://id.example.com/")
        #expect(try await found(drafts) { $0.agents = [identity] } == ["actor", "object", "member", "objectMember"])
        let related = try await found(drafts) {
            $0.agents = [identity]
            $0.relatedAgents = true
        }
        #expect(related == Set(drafts.keys).subtracting(["namesake"]))
    }

    @Test("an identified group is found by its own identifier, a person by mail, digest and OpenID")
    func identifiers() async throws {
        let tag = UUID().uuidString.lowercased()
        let digest = String((tag.filter { $0 != "-" } + "00000000").prefix(40))
        let drafts = [
            "group": Draft(actor: #"{"objectType":"Group","mbox":"mailto:group-\#(tag)@example.com"}"#),
            "mbox": Draft(actor: #"{"mbox":"mailto:\#(tag)@example.com"}"#),
            "sha": Draft(actor: #"{"mbox_sha1sum":"\#(digest)"}"#),
            "openid": Draft(actor: #"{"openid":"https://open.example.com/\#(tag)"}"#),
        ]
        try await store.store(Array(drafts.values))
        let identities = [
            "group": AgentIdentity(kind: .mbox, identifier: "mailto:group-\(tag)@example.com", isGroup: true),
            "mbox": AgentIdentity(kind: .mbox, identifier: "mailto:\(tag)@example.com"),
            "sha": AgentIdentity(kind: .mboxSHA1, identifier: digest),
            "openid": AgentIdentity(kind: .openID, identifier: "https://open.example.com/\(tag)"),
        ]
        for (name, identity) in identities {
            #expect(try await found(drafts) { $0.agents = [identity] } == [name])
        }
    }

    @Test("only an authority's own statements are found when it may read no others")
    func authorities() async throws {
        let registration = UUID()
        let context = #""registration":"\#(registration.uuidString)""#
        let drafts = ["mine": Draft(context: context), "theirs": Draft(context: context)]
        let other = Authority(accountHomePage: "https://tessera.example/", name: "other-\(UUID())")
        try await store.store([drafts["mine"]].compactMap(\.self))
        try await store.store([drafts["theirs"]].compactMap(\.self), authority: other)
        let mine = try await found(drafts) {
            $0.registrations = [registration]
            $0.authority = Authority.platform
        }
        #expect(mine == ["mine"])
    }

    @Test("what no statement ever named finds nothing")
    func unknown() async throws {
        #expect(try await found([:]) { $0.verbs = ["http://example.com/never"] } == [])
        #expect(try await found([:]) { $0.activities = ["http://example.com/never"] } == [])
        #expect(try await found([:]) { $0.registrations = [UUID()] } == [])
        #expect(
            try await found([:]) { $0.agents = [AgentIdentity(kind: .mbox, identifier: "mailto:never@example.com")] }
                == []
        )
    }
}
