import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing
import XAPI

@Suite("documents", .migratedDatabase)
struct DocumentStoreTests {
    let database: MigratedDatabase
    let store: DocumentStore

    init() throws {
        database = try MigratedDatabase.current
        store = DocumentStore(pool: database.service)
    }

    @Test("a document of any kind comes back with its bytes, media type, tag and time")
    func roundTrip() async throws {
        let content = DocumentContent(bytes: [0, 0xFF, 0x0D, 0x0A], mediaType: "image/PNG; x=\"y\"")
        for collection in DocumentCollection.fresh {
            let key = DocumentKey(collection, id: "é/ ?&=")
            #expect(try await store.document(key) == nil)
            let before = try await now()
            #expect(try await store.put(content, at: key) == .stored(tag: content.tag))
            let document = try #require(await store.document(key))
            #expect(document.content == content)
            #expect(document.tag == content.tag)
            #expect(document.updatedAt >= before)
        }
    }

    @Test("the tag is the SHA-1 of the contents, as 1.0.3 has it")
    func tag() {
        #expect(DocumentContent.text("abc").tag == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(DocumentContent(bytes: [], mediaType: "x/y").tag == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    }

    @Test("contexts are apart: agents, activities, registrations, and no registration is one of its own")
    func contexts() async throws {
        let activity = "http://example.com/activities/\(UUID().uuidString)"
        let registration = UUID()
        let collections: [DocumentCollection] = [
            .state(activity: activity, agent: .person("ada"), registration: nil),
            .state(activity: activity, agent: .person("ada"), registration: registration),
            .state(activity: activity, agent: .person("ada"), registration: UUID()),
            .state(activity: activity, agent: .person("Ada"), registration: nil),
            .state(activity: activity + "/", agent: .person("ada"), registration: nil),
            .activityProfile(activity),
        ]
        for (number, collection) in collections.enumerated() {
            _ = try await store.put(.text("\(number)"), at: DocumentKey(collection, id: "a"))
            _ = try await store.put(.text("\(number)"), at: DocumentKey(collection, id: "b\(number)"))
        }
        for (number, collection) in collections.enumerated() {
            #expect(try await store.text(DocumentKey(collection, id: "a")) == "\(number)")
            #expect(try await store.list(collection).ids == ["a", "b\(number)"])
        }
        try await store.deleteState(activity: activity, agent: .person("ada"), registration: nil)
        #expect(try await store.list(collections[0]).ids.isEmpty)
        for collection in collections.dropFirst() { #expect(try await store.list(collection).ids.count == 2) }
        try await store.deleteState(activity: activity, agent: .person("ada"), registration: registration)
        #expect(try await store.list(collections[1]).ids.isEmpty)
        #expect(try await store.list(collections[2]).ids.count == 2)
    }

    @Test("all state of a context is deleted only if its list is the one that was seen")
    func conditionalDeletion() async throws {
        let activity = "http://example.com/activities/\(UUID().uuidString)"
        let collection = DocumentCollection.state(activity: activity, agent: .person("ada"), registration: nil)
        func delete(if condition: DocumentCondition) async throws -> Bool {
            try await store.deleteState(
                activity: activity, agent: .person("ada"), registration: nil, if: condition)
        }
        _ = try await store.put(.text("1"), at: DocumentKey(collection, id: "a"))
        let seen = try await store.list(collection).tag
        _ = try await store.put(.text("1"), at: DocumentKey(collection, id: "b"))
        #expect(try await !delete(if: DocumentCondition(required: .tagged([seen]))))
        #expect(try await !delete(if: .absent))
        #expect(try await store.list(collection).ids == ["a", "b"])
        let now = try await store.list(collection).tag
        #expect(try await delete(if: DocumentCondition(required: .tagged([seen, now]))))
        #expect(try await store.list(collection).ids.isEmpty)
        #expect(try await delete(if: DocumentCondition(required: .tagged([store.list(collection).tag]))))
    }

    @Test("a list since a moment leaves out what was stored then or before")
    func since() async throws {
        for collection in DocumentCollection.fresh {
            for id in ["one", "two"] { _ = try await store.put(.text(id), at: DocumentKey(collection, id: id)) }
            let first = try #require(await store.document(DocumentKey(collection, id: "one")))
            #expect(try await store.list(collection, since: first.updatedAt).ids == ["two"])
            _ = try await store.put(.text("again"), at: DocumentKey(collection, id: "one"))
            #expect(try await store.list(collection).ids == ["one", "two"])
            let second = try #require(await store.document(DocumentKey(collection, id: "two")))
            #expect(try await store.list(collection, since: second.updatedAt).ids == ["one"])
            #expect(try await store.list(collection, since: .infinity).ids.isEmpty)
        }
    }

    @Test("reading and deleting name nobody and nothing in the dictionaries")
    func readingAddsNothing() async throws {
        let name = UUID().uuidString
        let activity = "http://example.com/activities/\(name)"
        let collection = DocumentCollection.state(activity: activity, agent: .person(name), registration: nil)
        let key = DocumentKey(collection, id: "a")
        #expect(try await store.document(key) == nil)
        #expect(try await store.list(collection).ids.isEmpty)
        #expect(try await store.delete(key))
        try await store.deleteState(activity: activity, agent: .person(name), registration: nil)
        let (agents, activities) = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT
                    (SELECT count(*) FROM lrs.agent WHERE identifier = \(name)),
                    (SELECT count(*) FROM lrs.activity WHERE iri = \(activity))
                """, as: (Int64, Int64).self)
        }
        #expect(agents == 0 && activities == 0)
    }

    private func now() async throws -> LibPQ.Timestamp {
        try await database.administrator.withConnection { db in
            try await db.one("SELECT clock_timestamp()", as: LibPQ.Timestamp.self)
        }
    }
}
