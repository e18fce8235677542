import FoundationEssentials
import LibPQ
import TestSupport
import Testing
import XAPI

@testable import LearningRecords

@Suite("storing and reading", .migratedDatabase)
struct StoringTests {
    let database: MigratedDatabase
    let store: StatementStore

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
    }

    @Test("a statement is served with exactly the bytes that were sent, and the store's members after them")
    func exactBytes() async throws {
        let sent = """
            { "verb" : {"id":"http://example.com/verbs/did", "display":{"en-GB":"did \\u00e9 \\/ \\ud83d\\ude00 é😀"}},
              "id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee",
              "result":{"score":{"scaled":0.50,"raw":1.10e+2,"min":-0,"max":100000000000000000000000000.000}},
              "timestamp":"2026-03-02T10:00:00.1234567890+01:00","version":"2.0.0",
              "object":{"id":"http://example.com/a","definition":{"extensions":{"http://example.com/x":[1.0,null,{}]}}},
              "actor" : {"mbox":"mailto:Ada@example.com","name":"Ada"} \t}
            """
        let incoming = try Draft.incoming(sent)
        try await store.store([incoming], authority: .platform)
        let served = try #require(await store.text(incoming.id))
        #expect(served.hasPrefix(String(sent.dropLast())))
        let added = served.dropFirst(sent.count - 1)
        #expect(added.hasPrefix(#","stored":""#))
        #expect(
            added.hasSuffix(
                #"Z","authority":{"objectType":"Agent","account":{"homePage":"https://tessera.example/","name":"platform"}}}"#
            ))
    }

    @Test("what the client leaves out is added: id, timestamp, version", arguments: [XAPIVersion.v1_0_3, .v2_0])
    func additions(version: XAPIVersion) async throws {
        let incoming = try Draft(sendsID: false, version: version).incoming()
        try await store.store([incoming], authority: .platform)
        let row = try #require(await store.statement(incoming.id))
        let served = String(decoding: row.bytes, as: UTF8.self)
        #expect(served.contains(#""id":"\#(incoming.id.uuidString.lowercased())""#))
        #expect(served.contains(#""timestamp":""#))
        #expect(served.contains(#""version":"\#(version == .v2_0 ? "2.0.0" : "1.0.0")""#))
        #expect(row.stored.microseconds % 1000 == 0)
    }

    @Test("stored and authority of the client are replaced; its bytes are kept apart")
    func ownedMembers() async throws {
        let draft = Draft(more: [
            #""stored":"1999-01-01T00:00:00Z""#, #""authority":{"mbox":"mailto:nobody@example.com"}"#,
        ])
        try await store.store(draft)
        let served = try #require(await store.text(draft.id))
        #expect(!served.contains("1999-01-01") && !served.contains("nobody") && served.contains("platform"))
        let received = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT received FROM lrs.statement_received JOIN lrs.statement USING (statement_key)
                WHERE statement_id = \(draft.id)
                """, as: JSONText.self)
        }
        #expect(received.bytes == Array(draft.text.utf8))
    }

    @Test("the same statement twice is stored once, however it is written")
    func sameAgain() async throws {
        let id = UUID()
        let first = Draft(id: id, timestamp: "2026-03-02T10:00:00Z")
        try await store.store(first)
        let before = try await store.text(id)
        let rewritten = """
            {"timestamp" : "2026-03-02T12:00:00.000+02:00", "object": {"objectType":"Activity",
             "id":"http://example.com/activities/something"}, "verb":{"id":"http://example.com/verbs/did",
             "display":{"en":"another word"}}, "actor":\(Draft.account("somebody")), "id":"\(id.uuidString)"}
            """
        try await store.store([try Draft.incoming(rewritten)], authority: .platform)
        #expect(try await store.text(id) == before)
    }

    @Test(
        "a statement under a taken id that says something else is a conflict, and changes nothing",
        arguments: [
            #"{"id":"http://example.com/activities/else"}"#, #"{"objectType":"Agent","mbox":"mailto:a@example.com"}"#,
        ])
    func conflict(object: String) async throws {
        let id = UUID()
        try await store.store(Draft(id: id))
        let before = try await store.text(id)
        await #expect(throws: LearningRecordError.conflict([id])) {
            try await store.store(Draft(id: id, object: object))
        }
        #expect(try await store.text(id) == before)
    }

    @Test("timestamps that differ conflict; one that the store set itself conflicts with none")
    func timestamps() async throws {
        let (sent, unsent) = (UUID(), UUID())
        try await store.store([Draft(id: sent, timestamp: "2026-03-02T10:00:00Z"), Draft(id: unsent)])
        await #expect(throws: LearningRecordError.conflict([sent])) {
            try await store.store(Draft(id: sent, timestamp: "2026-03-02T10:00:01Z"))
        }
        try await store.store([Draft(id: sent), Draft(id: unsent, timestamp: "2026-03-02T10:00:01Z")])
    }

    @Test("a request with one conflict stores none of its statements, and names every conflict")
    func allOrNothing() async throws {
        let (taken, alsoTaken, fresh) = (UUID(), UUID(), UUID())
        try await store.store([Draft(id: taken), Draft(id: alsoTaken)])
        let outcome = await Outcome.of {
            try await store.store([
                Draft(id: fresh), Draft(id: taken, verb: "http://example.com/verbs/undid"),
                Draft(id: alsoTaken, verb: "http://example.com/verbs/undid"),
            ])
        }
        guard case .refused(.conflict(let ids)) = outcome else {
            Issue.record("no conflict, but \(outcome)")
            return
        }
        #expect(Set(ids) == [taken, alsoTaken])
        #expect(try await !store.has(fresh))
    }

    @Test("a request without statements stores nothing, and costs no transaction")
    func emptyRequest() async throws {
        let store = StatementStore(pool: database.service)
        try await store.store([Draft]())
        #expect(store.ingestStatistics == IngestStatistics())
    }

    @Test("identifiers that only Unicode calls equal are different people and different activities")
    func unicodeEquivalents() async throws {
        let drafts = ["caf\u{E9}", "cafe\u{301}"].map {
            Draft(actor: Draft.account($0), object: Draft.activity("http://example.com/" + $0))
        }
        try await store.store(drafts)
        let (agents, activities) = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT count(DISTINCT actor_key), count(DISTINCT object_activity_key) FROM lrs.statement
                WHERE statement_id = ANY (\(drafts.map(\.id)))
                """, as: (Int64, Int64).self)
        }
        #expect(agents == 2 && activities == 2)
        for draft in drafts { #expect(try await store.text(draft.id)?.contains(draft.actor) == true) }
    }

    @Test("who may read only their own finds no statement of another authority")
    func ownStatements() async throws {
        let draft = Draft()
        try await store.store(draft)
        let other = Authority(accountHomePage: "https://tessera.example/", name: "other")
        #expect(try await store.statement(draft.id, of: .platform) != nil)
        #expect(try await store.statement(draft.id, of: other) == nil)
        #expect(try await store.statement(UUID()) == nil)
    }

    @Test("a dictionary that forgets loses no key of the statements at hand", arguments: [0, 1, 3])
    func forgetfulDictionary(capacity: Int) async throws {
        let store = StatementStore(pool: database.service, limits: IngestLimits(rememberedKeys: capacity))
        let known = (0..<5).map { number in
            Draft(
                actor: Draft.account("known-\(capacity)-\(number)"), verb: "http://example.com/verbs/\(number)",
                object: Draft.activity("http://example.com/known/\(capacity)/\(number)"))
        }
        try await store.store(known)
        // Half of what each names is known, the other half is new.
        let mixed = known.map { draft in
            var draft = draft
            draft.id = UUID()
            draft.context = #""instructor":{"mbox":"mailto:\#(UUID().uuidString)@example.com"}"#
            return draft
        }
        try await store.store(mixed)
        let (actors, objects, links) = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT count(actor_key), count(object_activity_key), (
                    SELECT count(*) FROM lrs.statement_agent WHERE statement_key = ANY (array_agg(s.statement_key)))
                FROM lrs.statement AS s WHERE statement_id = ANY (\(mixed.map(\.id)))
                """, as: (Int64, Int64, Int64).self)
        }
        #expect(actors == 5)
        #expect(objects == 5)
        // Actor, instructor and authority of each.
        #expect(links == 15)
    }
}
