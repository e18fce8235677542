import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing
import XAPI

@Suite("importing and exporting", .migratedDatabaseForEachTest)
struct ImportTests {
    let database: MigratedDatabase
    let store: StatementStore

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
    }

    private func take(
        _ lines: [String], journal: ImportJournal? = nil, stopsAtFault: Bool = false, faults: Faults = Faults()
    ) async throws -> ImportCounts {
        try await store.take(
            lines, journal: journal, stopsAtFault: stopsAtFault, faults: faults, pool: database.service)
    }

    @Test("what is imported is exported in the same bytes, with its time and its authority")
    func roundTrip() async throws {
        let group =
            #"{"objectType":"Group","member":[{"account":{"homePage":"http://c.example/","name":"app"}},{"mbox":"mailto:u@example.com"}]}"#
        let lines = [
            ServedLine().text, ServedLine(stored: "2024-05-01T10:00:00.124Z", authority: group).text,
            ServedLine(stored: "2025-01-01T00:00:00.000Z", more: #","result":{"score":{"raw":1.50}}"#).text,
        ]
        let counts = try await take(lines)
        #expect(counts.stored == 3 && counts.lines == 3 && counts.isComplete)
        #expect(try await store.lines() == lines)
        let user = AgentIdentity(kind: .mbox, identifier: "mailto:u@example.com")
        let related = try await store.lines {
            $0.agents = [user]
            $0.relatedAgents = true
        }
        #expect(related == [lines[1]])
        #expect(try await store.lines { $0.agents = [user] } == [])
    }

    @Test("what is there already is counted and skipped")
    func again() async throws {
        let lines = (0..<20).map { _ in ServedLine().text }
        _ = try await take(Array(lines[..<15]))
        let counts = try await take(lines)
        #expect(counts.stored == 5 && counts.alreadyStored == 15 && counts.isComplete)
        #expect(try await store.lines() == lines)
    }

    @Test("statements of one millisecond keep their order, behind those that are there, also where it is nearly full")
    func oneMillisecond() async throws {
        let lines = (0..<2500).map { _ in ServedLine().text }
        _ = try await take(Array(lines[..<2000]))
        _ = try await take(Array(lines[2000...]))
        #expect(try await store.lines() == lines)
        try await database.administrator.withConnection { db in
            try await db.execute(
                """
                UPDATE lrs.statement SET statement_key = lrs.first_key_at(stored) + 1048574
                WHERE statement_key = (SELECT max(statement_key) FROM lrs.statement)
                """)
        }
        let late = (0..<3).map { _ in ServedLine().text }
        #expect(try await take(late).stored == 3)
        let misplaced = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT count(*) FROM lrs.statement
                WHERE statement_key NOT BETWEEN lrs.first_key_at(stored) AND lrs.first_key_at(stored) + 1048575
                """, as: Int.self)
        }
        #expect(misplaced == 0)
        #expect(try await store.lines().count == 2503)
    }

    @Test("lines that cannot be taken are told with number, pointer and rule; the others are stored")
    func faults() async throws {
        let taken = ServedLine()
        try await store.store(Draft(id: taken.id, verb: "http://example.com/verbs/undid"))
        let good = [ServedLine(), ServedLine()]
        let lines = [
            good[0].text, "", "{", taken.text, ServedLine(stored: "2999-01-01T00:00:00Z").text,
            ServedLine(stored: "1999-12-31T23:59:59Z").text, #"[\#(ServedLine().text)]"#,
            ServedLine(verb: "no iri").text, #"{"attachment":{}}"#, good[1].text + "\r",
        ]
        let faults = Faults()
        let counts = try await take(lines, faults: faults)
        #expect(counts.lines == 10 && counts.stored == 2 && counts.conflicts == 1 && counts.refused == 6)
        #expect(
            faults.summary == [
                "3 json-syntax", "4 statement-conflict", "5 stored-time", "6 stored-time", "7 stored-statement",
                "8 verb-id", "9 attachment-piece",
            ])
        #expect(faults.told[1].id == taken.id && faults.told[1].isConflict)
        for line in good { #expect(try await store.has(line.id)) }
    }

    @Test("an import that is to stop at a fault stores nothing behind it, and goes on there")
    func stopping() async throws {
        let lines = (0..<9).map { _ in ServedLine() }
        var texts = lines.map(\.text)
        texts[4] = "{}"
        let digest = [UInt8](repeating: 7, count: 32)
        func journal() async throws -> ImportJournal {
            try await ImportJournal(
                pool: database.service, source: "f", digest: digest, startsOver: false, actor: "test")
        }
        let first = try await journal()
        let stop = try await #require(throws: StatementImport.Stopped.self) {
            try await take(texts, journal: first, stopsAtFault: true)
        }
        #expect(stop.line == 5)
        #expect(try await store.has(lines[3].id))
        #expect(try await !store.has(lines[5].id))
        let counts = try await take(lines.map(\.text), journal: try await journal(), stopsAtFault: true)
        #expect(counts.lines == 9 && counts.stored == 9 && counts.alreadyStored == 0)
        #expect(try await journal().start == ImportCounts(), "a finished import begins anew")
    }

    @Test("an import that broke off goes on behind the lines that are dealt with, and counts them together")
    func resuming() async throws {
        let lines = (0..<2300).map { _ in ServedLine().text }
        let digest = [UInt8](repeating: 9, count: 32)
        func journal(startsOver: Bool = false) async throws -> ImportJournal {
            try await ImportJournal(
                pool: database.service, source: "f", digest: digest, startsOver: startsOver, actor: "test")
        }
        var broken = StatementImport(into: store, binder: .plain(database.service), journal: try await journal())
        for line in lines[..<2100] { try await broken.take(Array(line.utf8)) }
        #expect(try await journal().start.lines == 2000)
        // Lines that are skipped are not even read.
        let unreadable = Array(repeating: "{", count: 2000)
        let counts = try await take(unreadable + lines[2000...], journal: try await journal())
        #expect(counts.lines == 2300 && counts.stored == 2300 && counts.isComplete)
        #expect(try await journal().start.lines == 0)
        let over = try await take(lines, journal: try await journal(startsOver: true))
        #expect(over.alreadyStored == 2300)
    }

    @Test("a voiding statement voids again, whether it comes before or after", arguments: [false, true])
    func voiding(isFirst: Bool) async throws {
        let voided = ServedLine()
        let target = #"{"objectType":"StatementRef","id":"\#(voided.id.uuidString.lowercased())"}"#
        let voiding = ServedLine(verb: "http://adlnet.gov/expapi/verbs/voided", object: target)
        let lines = isFirst ? [voiding.text, voided.text] : [voided.text, voiding.text]
        for line in lines { _ = try await take([line]) }
        #expect(try await !store.has(voided.id))
        #expect(try await store.statement(voided.id, voided: true) != nil)
        #expect(try await store.lines() == lines)
    }

    @Test("readers of the outbox meet imported statements")
    func outbox() async throws {
        let competence =
            #"{"id":"http://example.com/a1","definition":{"type":"\#(SchemeVocabulary.competency)"}}"#
        let line = ServedLine(more: #","context":{"contextActivities":{"other":[\#(competence)]}}"#)
        _ = try await take([line.text, ServedLine().text])
        let told = try await database.administrator.withConnection { db in
            try await db.rows(
                "SELECT statement_id FROM lrs.outbox JOIN lrs.statement USING (statement_key)", as: UUID.self)
        }
        #expect(told == [line.id])
    }

    @Test("an export is of a time, keeps the order of storing, and has each statement on one line")
    func exporting() async throws {
        let lines = ["2024-01-01T00:00:00.001Z", "2024-01-02T00:00:00.001Z", "2024-01-03T00:00:00.001Z"].map {
            ServedLine(stored: $0).text
        }
        _ = try await take(lines.reversed())
        #expect(try await store.lines() == lines)
        let since = try #require(XAPI.Timestamp.parse(query: "2024-01-01T00:00:00.001Z"))
        let until = try #require(XAPI.Timestamp.parse(query: "2024-01-02T00:00:00.001Z"))
        let between = try await store.lines {
            $0.since = LibPQ.Timestamp(microseconds: since)
            $0.until = LibPQ.Timestamp(microseconds: until)
        }
        #expect(between == [lines[1]])
        try await store.store([try Draft.incoming(Draft().text.replacing(",", with: ",\r\n "))], authority: .platform)
        let all = try await eventuallyLines(count: 4)
        #expect(all.count == 4 && all[3].contains(",   "))
    }

    @Test("imports and exports are in the audit log")
    func audit() async throws {
        _ = try await take([ServedLine().text])
        try await store.noteExport(StatementFilter(), to: "f.ndjson", actor: "os:root")
        let events = try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT action, subject, detail ->> 'stored' FROM ops.audit_event
                WHERE action LIKE 'statements.%' ORDER BY event_key
                """, as: (String, String, String?).self)
        }
        #expect(
            events.map { "\($0.0) \($0.1) \($0.2 ?? "-")" } == [
                "statements.import test 1", "statements.export f.ndjson -",
            ])
    }

    /// An export ends a moment ago.
    private func eventuallyLines(count: Int) async throws -> [String] {
        var lines: [String] = []
        _ = try await eventually {
            lines = try await store.lines()
            return lines.count == count
        }
        return lines
    }
}
