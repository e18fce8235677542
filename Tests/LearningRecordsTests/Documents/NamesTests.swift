import FoundationEssentials
import LearningRecords
import TestSupport
import Testing
import XAPI

@Suite("what statements tell of agents and activities", .migratedDatabase)
struct NamesTests {
    let store: StatementStore

    init() throws {
        store = StatementStore(pool: try MigratedDatabase.current.service)
    }

    @Test("an agent's names are those of its newest statements, wherever it stands in them, each once")
    func names() async throws {
        let mail = "mailto:\(UUID().uuidString)@example.com"
        func agent(_ name: String) -> String { #"{"mbox":"\#(mail)","name":"\#(name)"}"# }
        try await store.store(Draft(actor: agent("Ada")))
        try await store.store(Draft(actor: agent("Ada")))
        try await store.store(Draft(context: #""instructor":\#(agent("Dr Lovelace"))"#))
        try await store.store(Draft(actor: #"{"mbox":"mailto:other@example.com","name":"Other"}"#))
        let hidden = Draft(actor: agent("Voided"))
        try await store.store(hidden)
        try await store.store(.voiding(hidden.id))
        let identity = AgentIdentity(kind: .mbox, identifier: mail)
        #expect(try await store.names(of: identity) == ["Dr Lovelace", "Ada"])
        #expect(try await store.names(of: .person(UUID().uuidString)).isEmpty)
    }

    @Test("an activity's definition comes back as it was sent; of one unknown there is none")
    func definition() async throws {
        let iri = "http://example.com/activities/\(UUID().uuidString)"
        #expect(try await store.definition(ofActivity: iri) == nil)
        try await store.store(Draft(object: #"{"id":"\#(iri)"}"#))
        #expect(try await store.definition(ofActivity: iri) == nil)
        let definition = #"{ "name":{"en":"a \u00e9"},"extensions":{"http://example.com/x":1.50} }"#
        try await store.store(Draft(object: #"{"id":"\#(iri)","definition":\#(definition)}"#))
        #expect(try await store.definition(ofActivity: iri).map { String(decoding: $0, as: UTF8.self) } == definition)
    }

    @Test("what statements say of an activity adds up, in one batch as in several, each with its own spelling")
    func mergedDefinition() async throws {
        let definitions = [
            #"{"name":{"en":"old","de":"alt"},"type":"http://example.com/t","extensions":{"http://e.com/a":1.50}}"#,
            #"{ "name" : {"en":"new", "fr":"r\u00e9union"}, "moreInfo":"http://example.com/more" }"#,
            #"{"description":{"en":"d"},"extensions":{"http://e.com/b":[1, 2]},"type":"http://example.com/u"}"#,
        ]
        let expected =
            #"{"name":{"en":"new","de":"alt","fr":"r\u00e9union"},"type":"http://example.com/u","#
            + #""extensions":{"http://e.com/a":1.50,"http://e.com/b":[1, 2]},"moreInfo":"http://example.com/more","#
            + #""description":{"en":"d"}}"#
        for isOneBatch in [true, false] {
            let iri = "http://example.com/activities/\(UUID().uuidString)"
            let drafts = definitions.map { Draft(object: #"{"id":"\#(iri)","definition":\#($0)}"#) }
            if isOneBatch { try await store.store(drafts) }
            if !isOneBatch { for draft in drafts { try await store.store(draft) } }
            #expect(try await store.definition(ofActivity: iri).map { String(decoding: $0, as: UTF8.self) } == expected)
        }
    }
}
