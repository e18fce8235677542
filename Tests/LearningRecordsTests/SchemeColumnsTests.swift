import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("columns of the scheme's context and of results", .migratedDatabase)
struct SchemeColumnsTests {
    let database: MigratedDatabase
    let store: StatementStore
    /// Activities of one test only.
    let home = "http://example.com/\(UUID())/"

    private static let scheme = "https://w3id.org/xapi/iust/"
    private static let competency = "https://w3id.org/xapi/tla/activity-types/competency"

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
    }

    /// The IRIs, below the test's home, that a statement's key columns stand for.
    private struct Columns: Equatable {
        var pilot: String?
        var curriculum: String?
        var profile: String?
        var instrument: String?
        var item: String?
        var competence: String?
        var others: [String]?
    }

    private func columns(_ draft: Draft) async throws -> Columns {
        let row = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT
                    (SELECT iri FROM lrs.activity WHERE activity_key = pilot_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = curriculum_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = profile_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = instrument_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = item_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = competence_key),
                    (SELECT array_agg(iri ORDER BY iri) FROM lrs.activity
                        WHERE activity_key = ANY (other_competence_keys))
                FROM lrs.statement WHERE statement_id = \(draft.id)
                """, as: (String?, String?, String?, String?, String?, String?, [String]?).self)
        }
        func short(_ iri: String?) -> String? { iri.map { $0.replacing(home, with: "") } }
        return Columns(
            pilot: short(row.0), curriculum: short(row.1), profile: short(row.2), instrument: short(row.3),
            item: short(row.4), competence: short(row.5), others: row.6?.compactMap(short))
    }

    private func activity(_ name: String, _ type: String? = nil) -> String { Draft.activity(home + name, type: type) }

    private func context(_ roles: KeyValuePairs<String, [String]>) -> String {
        let members = roles.map { role, activities in #""\#(role)":[\#(activities.joined(separator: ","))]"# }
        return #""contextActivities":{\#(members.joined(separator: ","))}"#
    }

    @Test("typed activities go where their types say")
    func typed() async throws {
        let draft = Draft(
            object: activity("q1", "http://adlnet.gov/expapi/activities/cmi.interaction"),
            context: context([
                "grouping": [
                    activity("pilot", Self.scheme + "activity-types/pilot"),
                    activity("curriculum", Self.scheme + "activity-types/curriculum"),
                    activity("profile", Self.scheme + "activity-types/staff-profile"),
                    activity("unrelated", "http://example.com/type"),
                ],
                "parent": [activity("survey", Self.scheme + "activity-types/survey")],
                "other": [
                    activity("A1", Self.competency), activity("B1", Self.competency), activity("C1", Self.competency),
                ],
            ]))
        try await store.store(draft)
        let expected = Columns(
            pilot: "pilot", curriculum: "curriculum", profile: "profile", instrument: "survey", item: "q1",
            competence: "A1", others: ["B1", "C1"])
        #expect(try await columns(draft) == expected)
    }

    @Test("an untyped activity is what an earlier statement said it is")
    func untyped() async throws {
        let said = Draft(
            context: context([
                "grouping": [
                    activity("pilot", Self.scheme + "activity-types/pilot"),
                    activity("curriculum", Self.scheme + "activity-types/curriculum"),
                ],
                "other": [activity("A1", Self.competency)],
                "parent": [activity("test", "http://adlnet.gov/expapi/activities/assessment")],
            ]))
        try await store.store(said)
        let short = Draft(
            context: context([
                "grouping": [activity("nothing"), activity("pilot"), activity("curriculum")],
                "other": [activity("nothing"), activity("A1")], "parent": [activity("test")],
            ]))
        // Another process, which remembers nothing, and this one, which does.
        let other = StatementStore(pool: database.service)
        for store in [store, other] {
            var draft = short
            draft.id = UUID()
            try await store.store(draft)
            let expected = Columns(pilot: "pilot", curriculum: "curriculum", instrument: "test", competence: "A1")
            #expect(try await columns(draft) == expected)
        }
    }

    @Test("an untyped activity is resolved within one batch, and by what a pilot's definition says")
    func untypedTogether() async throws {
        try await database.administrator.withConnection { db in
            try await db.execute(
                "INSERT INTO lrs.activity (iri, type) VALUES (\(home + "pilot"), \(Self.scheme + "activity-types/pilot"))"
            )
        }
        let drafts = [
            Draft(context: context(["grouping": [activity("pilot")], "other": [activity("A1")]])),
            Draft(context: context(["other": [activity("A1", Self.competency)]])),
        ]
        try await store.store(drafts)
        #expect(try await columns(drafts[0]) == Columns(pilot: "pilot", competence: "A1"))
    }

    @Test("an activity of no known type is nothing of the scheme")
    func unknownType() async throws {
        let draft = Draft(
            object: activity("o"),
            context: context(["grouping": [activity("g")], "other": [activity("x")], "parent": [activity("p")]]))
        try await store.store(draft)
        #expect(try await columns(draft) == Columns())
    }

    @Test("the object can be the pilot, the competence or the instrument itself")
    func objects() async throws {
        let drafts = [
            Draft(object: activity("pilot", Self.scheme + "activity-types/pilot")),
            Draft(object: activity("A1", Self.competency)),
            Draft(object: activity("self", Self.scheme + "activity-types/self-assessment")),
        ]
        try await store.store(drafts)
        #expect(try await columns(drafts[0]) == Columns(pilot: "pilot"))
        #expect(try await columns(drafts[1]) == Columns(competence: "A1"))
        #expect(try await columns(drafts[2]) == Columns(instrument: "self"))
    }

    @Test("phase, level, method, months and nonresponse fill their columns")
    func extensions() async throws {
        let draft = Draft(
            result: #""extensions":{"\#(Self.scheme)extensions/level":{"level":3,"levelId":"http://example.com/l","#
                + #""method":"observation"},"\#(Self.scheme)extensions/nonresponse":"not-reached"}"#,
            context: #""extensions":{"\#(Self.scheme)extensions/phase":"followup","#
                + #""\#(Self.scheme)extensions/months-after":6}"#)
        try await store.store(draft)
        let row = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT phase::text, level, level_method::text, months_after, nonresponse::text, quality_notes
                FROM lrs.statement WHERE statement_id = \(draft.id)
                """, as: (String?, Int16?, String?, Int16?, String?, [String]?).self)
        }
        #expect(row == ("followup", 3, "observation", 6, "not-reached", nil))
    }

    @Test("malformed extensions leave their columns empty and a note; the statement is stored")
    func qualityNotes() async throws {
        let malformed = Draft(
            result: #""extensions":{"\#(Self.scheme)extensions/level":{"level":7,"levelId":"http://example.com/l"}}"#,
            context: #""extensions":{"\#(Self.scheme)extensions/phase":"afterwards"}"#)
        let sound = Draft()
        try await store.store([sound, malformed])
        let notes = try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT level, phase::text, quality_notes FROM lrs.statement
                WHERE statement_id IN (\(malformed.id), \(sound.id)) ORDER BY statement_key
                """, as: (Int16?, String?, [String]?).self)
        }
        #expect(notes[0].2 == nil)
        #expect(notes[1].0 == nil && notes[1].1 == nil)
        let text = notes[1].2 ?? []
        #expect(text.count == 2)
        #expect(text.contains { $0.contains("level: Expected a whole number from 0 to 4.") })
        #expect(text.contains { $0.contains("phase: Expected one of pre, during, post, followup.") })
    }

    @Test("results fill their columns, scores with exactly the digits sent")
    func results() async throws {
        let draft = Draft(
            result: #""score":{"scaled":0.850,"raw":17.10,"min":-1e2,"max":20},"success":true,"completion":false,"#
                + #""response":"agree é","duration":"P1Y2M3DT4H5M6.789S""#)
        try await store.store(draft)
        let row = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT score_scaled::text, score_raw::text, score_min::text, score_max::text, success, completion,
                    response, duration FROM lrs.statement WHERE statement_id = \(draft.id)
                """, as: (String?, String?, String?, String?, Bool?, Bool?, String?, Interval?).self)
        }
        #expect(row.0 == "0.850" && row.1 == "17.10" && row.2 == "-100" && row.3 == "20")
        #expect(row.4 == true && row.5 == false && row.6 == "agree é")
        #expect(row.7 == Interval(months: 14, days: 3, microseconds: 14_706_789_000))
    }

    @Test(
        "numbers that no column should hold stay in the statement, with a note",
        arguments: [String(repeating: "9", count: 200), "0." + String(repeating: "0", count: 150) + "1"])
    func hugeNumbers(number: String) async throws {
        let draft = Draft(result: #""score":{"raw":\#(number)}"#)
        try await store.store(draft)
        #expect(try await store.text(draft.id)?.contains(#""raw":\#(number)}"#) == true)
        let (raw, notes) = try await database.administrator.withConnection { db in
            try await db.one(
                "SELECT score_raw, quality_notes FROM lrs.statement WHERE statement_id = \(draft.id)",
                as: (Numeric?, [String]?).self)
        }
        #expect(raw == nil)
        #expect(notes?.count == 1 && notes?.first?.hasPrefix("/result/score/raw: ") == true)
    }

    @Test("the longest durations and the oldest times fit their columns")
    func extremes() async throws {
        let draft = Draft(
            result: #""duration":"P999999999999999999999Y""#, timestamp: "0001-01-01T00:00:00Z")
        try await store.store(draft)
        let (hasDuration, year) = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT duration IS NOT NULL, extract(year FROM "timestamp" AT TIME ZONE 'UTC')::int
                FROM lrs.statement WHERE statement_id = \(draft.id)
                """, as: (Bool, Int32).self)
        }
        #expect(hasDuration && year == 1)
    }

    @Test("only statements about a competence are news for awards")
    func outbox() async throws {
        let drafts = [
            Draft(), Draft(object: activity("pilot", Self.scheme + "activity-types/pilot")),
            Draft(object: activity("A1", Self.competency)),
        ]
        try await store.store(drafts)
        let ids = try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT statement_id FROM lrs.outbox JOIN lrs.statement USING (statement_key)
                WHERE statement_id = ANY (\(drafts.map(\.id))) ORDER BY statement_key
                """, as: UUID.self)
        }
        #expect(ids == [drafts[2].id])
    }
}
