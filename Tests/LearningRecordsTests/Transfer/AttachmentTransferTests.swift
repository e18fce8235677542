import FoundationEssentials
import LibPQ
import TestSupport
import Testing

@testable import LearningRecords

@Suite("data of attachments, and bytes as received, in imports and exports", .migratedDatabaseForEachTest)
struct AttachmentTransferTests {
    let database: MigratedDatabase
    let store: StatementStore
    let attachments: AttachmentStore

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
        attachments = AttachmentStore(pool: database.service)
    }

    private func upload(_ bytes: [UInt8]) async throws -> ReceivedAttachment {
        var upload = attachments.upload(namedBy: "")
        try await upload.append(bytes)
        return try await upload.finish()
    }

    private func draft(_ contents: [ReceivedAttachment], more: String = "") -> Draft {
        let list = contents.map {
            #"{"usageType":"http://x.y/u","display":{},"contentType":"a/b","length":7,"sha2":"\#($0.sha2)"}"#
        }
        return Draft(more: [#""attachments":[\#(list.joined(separator: ","))]\#(more)"#])
    }

    private func store(_ draft: Draft, _ contents: [ReceivedAttachment]) async throws {
        var incoming = try draft.incoming()
        for (position, content) in contents.enumerated() { incoming.attach(content, at: position) }
        try await store.store([incoming], authority: .platform)
    }

    /// The lines of an export, once it has seen what was just stored.
    private func export(statements: Int, statementsOnly: Bool = false) async throws -> (lines: [String], data: Int) {
        var found: (lines: [String], data: Int) = ([], 0)
        _ = try await eventually {
            var export = try await store.export(StatementFilter(), statementsOnly: statementsOnly)
            var text: [UInt8] = []
            while let lines = try await export.next() { text += lines }
            found = (String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init), export.attachments)
            return export.statements == statements
        }
        return found
    }

    private func forgetEverything() async throws {
        try await database.administrator.withConnection { db in
            try await db.execute("TRUNCATE lrs.statement, lrs.attachment CASCADE")
        }
    }

    private func count(_ query: Query) async throws -> Int {
        try await database.administrator.withConnection { db in try await db.one(query, as: Int.self) }
    }

    /// Statements with large, small, empty and shared data, and one that came with what only a store may set.
    private func fill() async throws -> [Draft] {
        let large = try await upload((0..<1_300_000).map { UInt8(truncatingIfNeeded: $0 ^ $0 >> 9) })
        let (small, empty) = (try await upload(Array("small".utf8)), try await upload([]))
        let drafts = [
            draft([large, small]), draft([small, empty]), Draft(),
            draft([large], more: #","stored":"2020-01-01T00:00:00Z","authority":{"mbox":"mailto:me@example.com"}"#),
        ]
        for (draft, contents) in zip(drafts, [[large, small], [small, empty], [], [large]]) {
            try await store(draft, contents)
        }
        return drafts
    }

    @Test("an export brings each content once, before its first statement, and comes out of another store the same")
    func roundTrip() async throws {
        let drafts = try await fill()
        let (lines, data) = try await export(statements: 4)
        #expect(data == 3)
        #expect(lines.filter { $0.hasPrefix(#"{"attachment""#) }.count == 5, "three pieces, one, and an empty one")
        let received = try #require(lines.firstIndex { $0.hasPrefix(#"{"received""#) })
        #expect(lines[received + 1].contains(drafts[3].id.uuidString.lowercased()))
        #expect(try await export(statements: 4, statementsOnly: true).lines.count == 4)

        try await forgetEverything()
        let counts = try await store.take(lines, pool: database.service)
        #expect(counts.stored == 4 && counts.attachments == 3 && counts.lines == lines.count && counts.isComplete)
        #expect(try await count("SELECT count(*) FROM lrs.statement_attachment") == 5)
        #expect(try await count("SELECT count(*) FROM lrs.attachment WHERE staged_at IS NULL") == 3)
        let kept = try await database.administrator.withConnection { db in
            try await db.rows("SELECT received FROM lrs.statement_received", as: JSONText.self)
        }
        #expect(kept.map { String(decoding: $0.bytes, as: UTF8.self) } == [drafts[3].text])
        #expect(try await export(statements: 4).lines == lines)
        let again = try await store.take(lines, pool: database.service)
        #expect(again.alreadyStored == 4 && again.isComplete)
    }

    @Test("data that was missing is there after the import is repeated with it")
    func later() async throws {
        _ = try await fill()
        let lines = try await export(statements: 4).lines
        try await forgetEverything()
        let bare = lines.filter { $0.hasPrefix(#"{"actor"#) || $0.hasPrefix(#"{"id"#) }
        #expect(try await store.take(bare, pool: database.service).stored == 4)
        #expect(try await count("SELECT count(*) FROM lrs.statement_attachment") == 0)
        #expect(try await store.take(lines, pool: database.service).alreadyStored == 4)
        #expect(try await count("SELECT count(*) FROM lrs.statement_attachment") == 5)
    }

    @Test("pieces that are wrong are told by line and rule; statements are stored without that data")
    func faults() async throws {
        _ = try await fill()
        let good = try await export(statements: 4).lines
        try await forgetEverything()
        let large = good.filter { $0.contains(#""length":1300000"#) }
        let small = try #require(good.first { $0.contains(#""length":5,"offset":0"#) })
        let lines =
            [large[0], large[2], large[1], large[0], small.replacing(#""data":""#, with: #""data":"!"#)]
            + [large[0], small, small.replacing("c21hbGw", with: "c21hbHM"), #"{"attachment":{"sha2":"x"}}"#]
            + [#"{"received":5}"#, #"{"received":"{}"}"#] + good.suffix(1) + [large[0]]
        let faults = Faults()
        let counts = try await store.take(lines, faults: faults, pool: database.service)
        #expect(
            faults.summary == [
                "2 attachment-piece", "3 attachment-piece", "5 attachment-piece", "7 attachment-piece",
                "8 attachment-digest", "9 attachment-piece", "10 received-line",
                "12 statement-actor,statement-verb,statement-object", "13 attachment-piece",
            ])
        #expect(counts.refused == 9 && counts.stored == 0 && counts.attachments == 1 && counts.lines == 13)
        #expect(try await count("SELECT count(*) FROM lrs.attachment") == 1, "nothing half is left")
        let other = #"{"received":"\#(Draft().text.replacing("\"", with: "\\\""))"}"#
        let mismatch = Faults()
        _ = try await store.take([other] + good.suffix(1), faults: mismatch, pool: database.service)
        #expect(mismatch.summary == ["2 received-statement"])
    }

    @Test("an import that goes on ties data that stood before the place where it broke off")
    func resuming() async throws {
        _ = try await fill()
        let lines = try await export(statements: 4).lines
        try await forgetEverything()
        let digest = [UInt8](repeating: 3, count: 32)
        func journal() async throws -> ImportJournal {
            try await ImportJournal(
                pool: database.service, source: "f", digest: digest, startsOver: false, actor: "test")
        }
        let place = lines.count - 1
        let broken = lines[..<place] + ["{}"]
        await #expect(throws: StatementImport.Stopped(line: place + 1)) {
            try await store.take(
                Array(broken), journal: try await journal(), stopsAtFault: true, pool: database.service)
        }
        #expect(try await journal().start.lines == place)
        try await database.administrator.withConnection { db in
            try await db.execute("TRUNCATE lrs.attachment, lrs.statement_attachment CASCADE")
        }
        let counts = try await store.take(lines, journal: try await journal(), pool: database.service)
        #expect(counts.stored == 4 && counts.lines == lines.count && counts.attachments == 3)
        #expect(try await count("SELECT count(*) FROM lrs.statement_attachment") == 1, "of the one that was missing")
        #expect(try await count("SELECT count(*) FROM lrs.statement_received") == 1)
    }
}
