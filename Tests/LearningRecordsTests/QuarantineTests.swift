import FoundationEssentials
import LearningRecords
import LibPQ
import Logging
import TestSupport
import Testing
import XAPI

@Suite("quarantine", .migratedDatabaseForEachTest)
struct QuarantineTests {
    let database: MigratedDatabase
    let store: StatementStore
    let good = Draft(), bad = Draft(verb: "no iri")

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
    }

    private func quarantine(_ limits: QuarantineLimits = QuarantineLimits()) -> QuarantineStore {
        QuarantineStore(
            pool: database.service, statements: store,
            binder: .plain(database.service),
            limits: limits)
    }

    private func key(_ name: String) async throws -> UUID {
        try await database.administrator.withConnection { db in
            try await db.one(
                """
                INSERT INTO ops.api_key (name, secret_hash, scopes) VALUES (\(name), sha256('secret'), '{all}')
                RETURNING key_id
                """, as: UUID.self)
        }
    }

    private func refused(_ body: String, target: UUID? = nil) throws -> RefusedRequest {
        let bytes = Array(body.utf8)
        let rejection = try #require(StatementBatch.rejection(of: bytes, version: .v2_0))
        return RefusedRequest(body: bytes, rejection: rejection, version: .v2_0, targetID: target)
    }

    private func keep(
        _ body: String, key: UUID, target: UUID? = nil, limits: QuarantineLimits = QuarantineLimits()
    ) async throws -> UUID? {
        try await quarantine(limits).keep(try refused(body, target: target), key: key, authority: .platform)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("a refused batch is kept whole, each statement in its bytes and with its own faults")
    func kept() async throws {
        let key = try await key("a")
        let id = try #require(await keep("[\(good.text), \(bad.text) ,{}]", key: key))
        let entry = try await quarantine().entry(id, of: nil)
        #expect(entry.keyName == "a" && entry.isBatch && entry.statementCount == 3 && entry.version == .v2_0)
        let statements = try await quarantine().statements(of: entry)
        #expect(statements.map { text($0.received) } == [good.text, bad.text, "{}"])
        #expect(text(statements[0].violations) == "[]")
        #expect(text(statements[1].violations).contains(#""pointer":"/verb/id","rule":"verb-id""#))
        #expect(text(entry.violations).contains(#""index":2"#))
        #expect(try await !store.has(good.id))
    }

    @Test("what is no JSON is kept as it is", arguments: ["{\"a\":", "[]x", "\u{FEFF}[1]"])
    func unreadable(body: String) async throws {
        let id = try #require(await keep(body, key: try await key("a")))
        let statements = try await quarantine().statements(of: try await quarantine().entry(id, of: nil))
        #expect(statements.map { text($0.received) } == [body])
    }

    @Test("the same request again is kept once; another key's is another")
    func again() async throws {
        let (one, other) = (try await key("a"), try await key("b"))
        let first = try await keep(bad.text, key: one)
        #expect(try await keep(bad.text, key: one) == first)
        #expect(try await keep(bad.text, key: other) != first)
        #expect(try await keep(bad.text, key: one, target: UUID()) != first)
        #expect(try await quarantine().entries(of: one, limit: 10).count == 2)
        #expect(try await quarantine().entries(of: nil, limit: 10).count == 3)
    }

    @Test("a key has so much room; when it is full, what is there stays")
    func full() async throws {
        let (one, other) = (try await key("a"), try await key("b"))
        let limits = QuarantineLimits(requests: 2, bytes: 1000)
        let first = try #require(await keep("[1]", key: one, limits: limits))
        #expect(try await keep("[2\(String(repeating: " ", count: 100))]", key: one, limits: limits) != nil)
        #expect(try await keep("[3]", key: one, limits: limits) == nil)
        #expect(try await keep("[1]", key: one, limits: limits) == first, "it is there already")
        #expect(try await keep("[3]", key: other, limits: limits) != nil)
        let long = "[\"\(String(repeating: "x", count: 1000))\"]"
        #expect(try await keep(long, key: other, limits: limits) == nil)
        try await quarantine().discard(first, of: nil, actor: "test")
        #expect(try await keep("[3]", key: one, limits: limits) != nil)
    }

    @Test("many at once keep to the limit")
    func concurrent() async throws {
        let key = try await key("a")
        let kept = try await withThrowingTaskGroup(of: UUID?.self) { group in
            for number in 0..<30 {
                group.addTask {
                    try await keep("[\(number)]", key: key, limits: QuarantineLimits(requests: 10, bytes: 1000))
                }
            }
            var kept = 0
            for try await id in group where id != nil { kept += 1 }
            return kept
        }
        #expect(kept == 10)
    }

    @Test("corrected, a request is stored under its key's authority, and leaves the quarantine")
    func corrected() async throws {
        let key = try await key("a")
        let id = try #require(await keep("[\(good.text),\(bad.text)]", key: key))
        await #expect(throws: StatementRejection.self) {
            try await quarantine().resubmit(id, of: nil, actor: "test")
        }
        let body = "[\(good.text),\(bad.text.replacing("no iri", with: "http://example.com/v"))]"
        let ids = try await quarantine().resubmit(id, body: Array(body.utf8), of: key, actor: "test")
        #expect(ids == [good.id, bad.id])
        #expect(try await store.text(bad.id)?.contains(#""name":"platform""#) == true)
        await #expect(throws: QuarantineError.unknown(id)) { try await quarantine().entry(id, of: nil) }
        let events = try await database.administrator.withConnection { db in
            try await db.rows(
                "SELECT action || ' ' || actor FROM ops.audit_event WHERE subject = \(id.uuidString.lowercased()) ORDER BY event_key",
                as: String.self)
        }
        #expect(events == ["quarantine.keep key:\(key.uuidString.lowercased())", "quarantine.resubmit test"])
    }

    @Test("statements without an id get the same one however often they are resubmitted")
    func stableIDs() async throws {
        let key = try await key("a")
        let anonymous = Draft(sendsID: false)
        let id = try #require(await keep("[\(anonymous.text),7]", key: key))
        let entry = try await quarantine().entry(id, of: nil)
        let body = Array("[\(anonymous.text)]".utf8)
        let first = try await quarantine().resubmit(id, body: body, of: nil, actor: "test")
        // As if the process had ended before it could take the request out of quarantine.
        try await database.administrator.withConnection { db in
            try await db.execute(
                """
                INSERT INTO lrs.quarantine (quarantine_id, key_id, authority, xapi_version, is_batch, byte_count, digest, violations)
                SELECT \(id), \(entry.keyID), json_build_object('account', json_build_object('homePage', 'https://t.example/', 'name', 'p')),
                    '2.0.0', true, 1, sha256('x'), '[]'
                """)
        }
        #expect(try await quarantine().resubmit(id, body: body, of: nil, actor: "test") == first)
        #expect(try await store.count(StatementFilter()) == 1)
    }

    @Test("what was a PUT is stored under the id of its URL only")
    func put() async throws {
        let key = try await key("a")
        let target = UUID()
        let id = try #require(await keep(Draft(sendsID: false, verb: "no iri").text, key: key, target: target))
        for wrong in ["[\(good.text)]", good.text] {
            await #expect(throws: StatementRejection.self) {
                try await quarantine().resubmit(id, body: Array(wrong.utf8), of: nil, actor: "test")
            }
        }
        let corrected = Array(Draft(sendsID: false).text.utf8)
        #expect(try await quarantine().resubmit(id, body: corrected, of: nil, actor: "test") == [target])
    }

    @Test("a key reaches nobody else's, and pages give each once")
    func pages() async throws {
        let (one, other) = (try await key("a"), try await key("b"))
        for number in 0..<7 { _ = try await keep("[\(number)]", key: one) }
        let id = try #require(await keep("[0]", key: other))
        await #expect(throws: QuarantineError.unknown(id)) { try await quarantine().entry(id, of: one) }
        await #expect(throws: QuarantineError.unknown(id)) {
            try await quarantine().discard(id, of: one, actor: "test")
        }
        var seen: [UUID] = []
        var cursor: QuarantineCursor?
        repeat {
            let page = try await quarantine().entries(of: one, after: cursor, limit: 3)
            seen += page.map(\.id)
            cursor = page.last.flatMap { QuarantineCursor(text: QuarantineCursor(after: $0).text) }
        } while cursor != nil
        #expect(seen.count == 7 && Set(seen).count == 7)
        #expect(QuarantineCursor(text: "x") == nil && QuarantineCursor(text: "1.x") == nil)
    }

    @Test("data of attachments counts, and stays as long as its request is in quarantine")
    func attachments() async throws {
        let (key, attachments) = (try await key("a"), AttachmentStore(pool: database.service))
        var upload = attachments.upload(namedBy: "")
        try await upload.append([UInt8](repeating: 7, count: 1000))
        let content = try await upload.finish()
        let bytes = Array(bad.text.utf8)
        let rejection = try #require(StatementBatch.rejection(of: bytes, version: .v2_0))
        let request = RefusedRequest(
            body: bytes, rejection: rejection, version: .v2_0, targetID: nil, contents: [content])
        let small = QuarantineLimits(bytes: 1000)
        #expect(try await quarantine(small).keep(request, key: key, authority: .platform) == nil)
        let id = try #require(await quarantine().keep(request, key: key, authority: .platform))
        #expect(try await keep(bad.text, key: key) != id, "without the data it is another request")
        let entry = try await quarantine().entry(id, of: nil)
        #expect(entry.byteCount == bytes.count + 1000)
        #expect(try await quarantine().attachments(of: entry) == [content])
        let sweeper = AttachmentSweeper(store: attachments, grace: .zero, logger: Logger(label: "test"))
        #expect(try await sweeper.sweep() == 0)
        try await quarantine().discard(id, of: nil, actor: "test")
        #expect(try await sweeper.sweep() == 1)
    }
}
