import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("conformance to the scheme's profile", .migratedDatabase)
struct ProfileConformanceTests {
    let database: MigratedDatabase
    let store: StatementStore
    /// Activities of one test only.
    let home = "http://example.com/\(UUID())/"

    private static let base = "https://w3id.org/xapi/iust"
    private static let declaration = #"{"id":"https://w3id.org/xapi/iust/v0.1"}"#

    init() throws {
        database = try MigratedDatabase.current
        store = StatementStore(pool: database.service)
    }

    /// What is noted of a statement: the template, whether it conforms, the places of the broken rules.
    private struct Row: Equatable {
        let template: String
        let conforms: Bool
        let broken: [String]
        let pilot: String?
    }

    private func rows(_ id: UUID) async throws -> [Row] {
        let found = try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT
                    template.iri, conformance.conforms, activity.iri,
                    ARRAY(
                        SELECT rule.location FROM lrs.profile_rule AS rule
                        WHERE rule.template_key = template.template_key AND rule.number = ANY (broken_rules)
                        ORDER BY rule.number
                    )
                FROM lrs.profile_conformance AS conformance
                JOIN lrs.profile_template AS template USING (template_key)
                JOIN lrs.statement USING (statement_key)
                LEFT JOIN lrs.activity ON activity.activity_key = conformance.pilot_key
                WHERE statement_id = \(id)
                ORDER BY 1
                """, as: (String, Bool, String?, [String]).self)
        }
        return found.map { template, conforms, pilot, broken in
            Row(
                template: template.replacing(Self.base + "/", with: ""), conforms: conforms, broken: broken,
                pilot: pilot?.replacing(home, with: ""))
        }
    }

    /// A statement that a person took part in a session.
    private func attendance(
        pilotType: String? = base + "/activity-types/pilot", category: String? = declaration,
        verb: String = "attended", duration: String? = "PT6H", grouped: Bool = true
    ) -> Draft {
        let groupings = [
            Draft.activity(home + "pilot", type: pilotType),
            Draft.activity(home + "curriculum", type: Self.base + "/activity-types/curriculum"),
            Draft.activity(home + "profile", type: Self.base + "/activity-types/staff-profile"),
        ]
        let members = [
            category.map { #""category":[\#($0)]"# },
            grouped ? #""grouping":[\#(groupings.joined(separator: ","))]"# : nil,
        ].compactMap(\.self)
        return Draft(
            verb: "http://adlnet.gov/expapi/verbs/" + verb,
            object: Draft.activity(home + "day", type: "http://adlnet.gov/expapi/activities/meeting"),
            result: duration.map { #""duration":"\#($0)""# },
            context: #""registration":"\#(UUID().uuidString.lowercased())","#
                + #""contextActivities":{\#(members.joined(separator: ","))}"#,
            timestamp: "2026-03-01T10:03:00Z")
    }

    @Test("a conforming statement is noted with its template and pilot")
    func conforming() async throws {
        let draft = attendance()
        try await store.store(draft)
        #expect(
            try await rows(draft.id) == [
                Row(template: "templates/attended", conforms: true, broken: [], pilot: "pilot")
            ])
    }

    @Test("a statement that breaks rules is stored, and the rules are noted")
    func violation() async throws {
        var draft = attendance(duration: nil)
        draft.actor = #"{"mbox":"mailto:ada@example.com"}"#
        try await store.store(draft)
        #expect(try await store.has(draft.id))
        #expect(
            try await rows(draft.id) == [
                Row(
                    template: "templates/attended", conforms: false,
                    broken: [
                        "$.actor.account", "$.actor.mbox | $.actor.mbox_sha1sum | $.actor.openid | $.actor.name",
                        "$.result.duration",
                    ], pilot: "pilot")
            ])
    }

    @Test("a statement that declares the profile and matches no template is noted as that")
    func unmatched() async throws {
        let drafts = [attendance(verb: "commented"), attendance(grouped: false)]
        try await store.store(drafts)
        #expect(try await rows(drafts[0].id) == [Row(template: "v0.1", conforms: false, broken: [], pilot: "pilot")])
        #expect(try await rows(drafts[1].id) == [Row(template: "v0.1", conforms: false, broken: [], pilot: nil)])
    }

    @Test("a pilot's statement that does not declare the profile is noted when it matches, and only then")
    func undeclared() async throws {
        let drafts = [attendance(category: nil, duration: nil), attendance(category: nil, verb: "commented")]
        try await store.store(drafts)
        #expect(
            try await rows(drafts[0].id) == [
                Row(template: "templates/attended", conforms: false, broken: ["$.result.duration"], pilot: "pilot")
            ])
        #expect(try await rows(drafts[1].id).isEmpty)
    }

    @Test("nothing is noted of a statement that has nothing to do with the scheme")
    func foreign() async throws {
        let draft = attendance(pilotType: "x:another", category: nil)
        try await store.store(draft)
        #expect(try await rows(draft.id).isEmpty)
    }

    @Test("types that a statement leaves out are those that the store knows")
    func untyped() async throws {
        let before = attendance(pilotType: nil)
        try await store.store(before)
        try await store.store(attendance())
        let (declared, undeclared) = (attendance(pilotType: nil), attendance(pilotType: nil, category: nil))
        try await store.store([declared, undeclared])
        #expect(try await rows(before.id) == [Row(template: "v0.1", conforms: false, broken: [], pilot: nil)])
        for draft in [declared, undeclared] {
            #expect(
                try await rows(draft.id) == [
                    Row(template: "templates/attended", conforms: true, broken: [], pilot: "pilot")
                ])
        }
    }

    @Test("sending a statement again notes nothing anew, and one that clashes notes nothing")
    func again() async throws {
        var draft = attendance(pilotType: nil)
        try await store.store(draft)
        try await store.store(attendance())
        let noted = try await rows(draft.id)
        try await store.store(draft)
        #expect(try await rows(draft.id) == noted)
        draft.result = #""duration":"PT7H""#
        await #expect(throws: LearningRecordError.conflict([draft.id])) { try await store.store(draft) }
        #expect(try await rows(draft.id) == noted)
        let foreign = attendance(pilotType: "x:another", category: nil)
        try await store.store(foreign)
        var clashing = attendance()
        clashing.id = foreign.id
        await #expect(throws: LearningRecordError.conflict([foreign.id])) { try await store.store(clashing) }
        #expect(try await rows(foreign.id).isEmpty)
    }

    @Test("what is noted of a statement goes with it")
    func deleted() async throws {
        let draft = attendance()
        try await store.store(draft)
        try await database.service.withConnection { db in
            try await db.execute("DELETE FROM lrs.statement WHERE statement_id = \(draft.id)")
        }
        let left = try await database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT count(*) FROM lrs.profile_conformance AS conformance
                WHERE NOT EXISTS (SELECT FROM lrs.statement WHERE statement.statement_key = conformance.statement_key)
                """, as: Int64.self)
        }
        #expect(left == 0)
    }

    @Test("another process that comes later finds the same templates")
    func registering() async throws {
        let draft = attendance()
        try await store.store(attendance())
        try await StatementStore(pool: database.service).store(draft)
        #expect(try await rows(draft.id).map(\.template) == ["templates/attended"])
        let (templates, rules) = try await database.administrator.withConnection { db in
            try await db.one(
                "SELECT (SELECT count(*) FROM lrs.profile_template), (SELECT count(*) FROM lrs.profile_rule)",
                as: (Int64, Int64).self)
        }
        #expect(templates == 14 && rules == 92)
    }
}
