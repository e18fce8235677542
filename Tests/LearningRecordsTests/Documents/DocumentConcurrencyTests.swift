import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("writers of one document", .migratedDatabase)
struct DocumentConcurrencyTests {
    let database: MigratedDatabase
    let store: DocumentStore

    init() throws {
        database = try MigratedDatabase.current
        store = DocumentStore(pool: database.service)
    }

    /// Runs `body` with stores that share nothing but the database.
    private func withStores(_ count: Int, _ body: ([DocumentStore]) async throws -> Void) async throws {
        let pools = (0..<count).map { _ in database.pool(as: "tessera_service") }
        do {
            try await body(pools.map { DocumentStore(pool: $0) })
        } catch {
            for pool in pools { await pool.drain() }
            throw error
        }
        for pool in pools { await pool.drain() }
    }

    @Test(
        "64 writers that each read, add a line and put with the tag they read: each accepted line stays, all others are refused"
    )
    func compareAndSet() async throws {
        try await withStores(4) { stores in
            for collection in DocumentCollection.fresh {
                let key = DocumentKey(collection, id: "a")
                _ = try await store.put(.text(""), at: key)
                let rounds = 5
                let lines = try await withThrowingTaskGroup(of: (accepted: [String], refused: Int).self) { group in
                    for writer in 0..<64 {
                        let store = stores[writer % stores.count]
                        group.addTask { try await Self.write(rounds, by: writer, to: key, in: store) }
                    }
                    return try await group.reduce(into: (accepted: [String](), refused: 0)) {
                        $0.accepted += $1.accepted
                        $0.refused += $1.refused
                    }
                }
                #expect(lines.accepted.count + lines.refused == 64 * rounds)
                #expect(lines.refused > 0, "nobody met anybody")
                let text = try #require(await store.text(key))
                #expect(text.split(separator: "\n").map(String.init).sorted() == lines.accepted.sorted())
            }
        }
    }

    private static func write(
        _ rounds: Int, by writer: Int, to key: DocumentKey, in store: DocumentStore
    ) async throws -> (accepted: [String], refused: Int) {
        var (accepted, refused) = ([String](), 0)
        for round in 0..<rounds {
            let document = try #require(await store.document(key))
            let line = "\(writer) \(round)"
            let condition = DocumentCondition(required: .tagged([document.tag]))
            switch try await store.put(.text(document.text + line + "\n"), at: key, if: condition) {
            case .stored: accepted.append(line)
            case .conditionFailed: refused += 1
            case .unmergeable(let fault): Issue.record("\(fault)")
            }
        }
        return (accepted, refused)
    }

    @Test("of 64 writers that put where nothing may be, one does, and one document is there", arguments: [true, false])
    func oneIsFirst(isConditional: Bool) async throws {
        try await withStores(4) { stores in
            for round in 0..<5 {
                // Also the activity is new to all of them.
                let activity = "http://example.com/activities/\(UUID().uuidString)"
                let collection = DocumentCollection.state(activity: activity, agent: .person("ada"), registration: nil)
                let key = DocumentKey(collection, id: "round \(round)")
                let stored = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for writer in 0..<64 {
                        let store = stores[writer % stores.count]
                        group.addTask {
                            try await store.put(.text("\(writer)"), at: key, if: isConditional ? .absent : .none)
                                != .conditionFailed
                        }
                    }
                    return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(stored == (isConditional ? 1 : 64))
                #expect(try await store.list(collection).ids.count == 1)
                let rows = try await database.administrator.withConnection { db in
                    try await db.one(
                        """
                        SELECT count(*)
                        FROM lrs.state_document AS d
                        JOIN lrs.activity AS a ON a.activity_key = d.activity_key
                        WHERE a.iri = \(activity) AND d.registration IS NULL
                        """,
                        as: Int64.self)
                }
                #expect(rows == 1)
            }
        }
    }

    @Test("64 merges of different members at once are all in the document, as is what was there")
    func merges() async throws {
        try await withStores(4) { stores in
            for (number, collection) in DocumentCollection.fresh.enumerated() {
                let key = DocumentKey(collection, id: "a")
                // Once over a document, once as the first.
                if number % 2 == 0 { _ = try await store.put(.json(#"{"kept":1.0}"#), at: key) }
                try await withThrowingTaskGroup(of: DocumentOutcome.self) { group in
                    for writer in 0..<64 {
                        let store = stores[writer % stores.count]
                        group.addTask { try await store.merge(.json(#"{"w\#(writer)":\#(writer)}"#), into: key) }
                    }
                    for try await outcome in group {
                        guard case .stored = outcome else {
                            Issue.record("\(outcome)")
                            continue
                        }
                    }
                }
                let text = try #require(await store.text(key))
                let members = Set(text.dropFirst().dropLast().split(separator: ",").map(String.init))
                let expected = (0..<64).map { "\"w\($0)\":\($0)" } + (number % 2 == 0 ? [#""kept":1.0"#] : [])
                #expect(members == Set(expected))
            }
        }
    }

    @Test("deleting and putting with one tag at once: only one of them happens")
    func deleteOrPut() async throws {
        try await withStores(2) { stores in
            for _ in 0..<50 {
                let key = DocumentKey(.freshState(), id: "a")
                let first = DocumentContent.text("first")
                _ = try await store.put(first, at: key)
                let condition = DocumentCondition(required: .tagged([first.tag]))
                async let isDeleted = stores[0].delete(key, if: condition)
                async let isStored = stores[1].put(.text("second"), at: key, if: condition) != .conditionFailed
                let (deleted, stored) = try await (isDeleted, isStored)
                #expect(deleted != stored)
                #expect(try await store.text(key) == (stored ? "second" : nil))
            }
        }
    }
}
