import FoundationEssentials
import LibPQ
import TestSupport
import Testing

@testable import Awarding

@Suite("from evidence to awards", .migratedDatabase)
struct AwardFinderTests {
    let pilot: Pilot
    let person = "p-\(UUID())"

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
    }

    private func evidence(_ codes: String..., level: Int? = 2) async throws -> Evidence {
        var about: [String] = []
        for code in codes { about.append(try await pilot.item(code)) }
        return Evidence(person: person, about: about, level: level)
    }

    private func awards() async throws -> [Pilot.Award] {
        try await pilot.findAwards()
        return try await pilot.awards(of: person)
    }

    private func award(_ competence: String, _ level: Int16, isWithdrawn: Bool = false) -> Pilot.Award {
        Pilot.Award(person: person, competence: competence, level: level, isWithdrawn: isWithdrawn)
    }

    @Test("a passed assessment of a competence at a level makes one award, with what is known of it")
    func passed() async throws {
        let evidence = try await evidence("A1")
        try await pilot.store(evidence)
        #expect(try await awards() == [award("A1", 2)])
        let (code, profile, rule) = try await pilot.database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT p.code, i.code, r.code
                FROM credential.award AS a
                JOIN training.pilot AS p USING (pilot_key)
                JOIN framework.item AS i ON i.item_key = a.profile_item_key
                JOIN credential.rule AS r USING (rule_key)
                JOIN credential.award_evidence AS e USING (award_key)
                WHERE e.statement_id = \(evidence.id) AND a.achieved_at = '2026-03-20T10:00:00Z'
                """, as: (String, String, String).self)
        }
        #expect((code, profile, rule) == ("riga-1", "P4", "passed-assessment"))
    }

    @Test("the level may be named itself, by its descriptor; another level told beside it does not count")
    func levelItem() async throws {
        try await pilot.store(try await evidence("A1.3", level: nil))
        try await pilot.store(try await evidence("B1.3", level: 4))
        #expect(try await awards() == [award("A1", 3), award("B1", 3)])
    }

    @Test("several competences in one statement make an award each")
    func several() async throws {
        try await pilot.store(try await evidence("A1", "B1.4", "C1"))
        #expect(try await awards() == [award("A1", 2), award("B1", 4), award("C1", 2)])
    }

    @Test("evidence without a pilot makes an award without one")
    func noPilot() async throws {
        var evidence = try await evidence("A1")
        evidence.hasPilot = false
        try await pilot.store(evidence)
        #expect(try await awards() == [award("A1", 2)])
    }

    struct Insufficient: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout Evidence) -> Void

        static let all = [
            Insufficient(testDescription: "failed") { $0.verb = "failed" },
            Insufficient(testDescription: "passed, but without success") { $0.success = false },
            Insufficient(testDescription: "no word of success") { $0.success = nil },
            Insufficient(testDescription: "level 0") { $0.level = 0 },
            Insufficient(testDescription: "no level") { $0.level = nil },
            Insufficient(testDescription: "a level that is none") { $0.level = 5 },
            Insufficient(testDescription: "a level found by the person") { $0.method = "self" },
            Insufficient(testDescription: "a survey") {
                $0.object = "https://lms.example.eu/survey-1"
                $0.objectType = "https://w3id.org/xapi/iust/activity-types/survey"
            },
            Insufficient(testDescription: "a self-assessment") {
                $0.object = "https://lms.example.eu/self-assessment-1"
                $0.objectType = "https://w3id.org/xapi/iust/activity-types/self-assessment"
            },
            Insufficient(testDescription: "a competence of no framework here") {
                $0.about = ["https://framework.example.eu/ims/case/v1p1/CFItems/00000000-0000-4000-8000-000000000001"]
            },
            Insufficient(testDescription: "a competence by another name") { $0.about = ["https://example.eu/A1"] },
            Insufficient(testDescription: "no competence") { $0.about = [] },
            Insufficient(testDescription: "an identified group") {
                $0.actor = #"{"objectType":"Group","mbox":"mailto:group@example.eu"}"#
            },
            Insufficient(testDescription: "an anonymous group") {
                $0.actor = #"{"objectType":"Group","member":[{"mbox":"mailto:one@example.eu"}]}"#
            },
        ]
    }

    @Test("what does not show a level makes no award", arguments: Insufficient.all)
    func insufficient(_ insufficient: Insufficient) async throws {
        var evidence = try await evidence("A1")
        insufficient.change(&evidence)
        // Sound evidence of somebody else, stored later, shows that the other was looked at.
        let sound = Evidence(about: [try await pilot.item("A1")])
        try await pilot.store(evidence)
        try await pilot.store(sound)
        #expect(try await awards() == [])
        #expect(try await pilot.count(restingOn: evidence.id) == 0)
        #expect(try await pilot.count(restingOn: sound.id) == 1)
    }

    @Test("an area or a profile of the framework is no competence", arguments: ["A", "P4"])
    func otherItems(code: String) async throws {
        try await pilot.store(try await evidence(code))
        #expect(try await awards() == [])
    }

    @Test("the same level shown twice is one award: in one step, in two, and in one statement sent again")
    func twice() async throws {
        let first = try await evidence("A1")
        try await pilot.store(first, try await evidence("A1"))
        try await pilot.findAwards()
        try await pilot.store(try await evidence("A1.2"))
        try await pilot.store(first)
        #expect(try await awards() == [award("A1", 2)])
        try await pilot.store(try await evidence("A1", level: 3))
        #expect(try await awards() == [award("A1", 2), award("A1", 3)])
    }

    @Test("evidence that is voided before it is looked at makes no award")
    func voidedBefore() async throws {
        let evidence = try await evidence("A1")
        try await pilot.store.void(evidence.id)
        try await pilot.store(evidence)
        #expect(try await awards() == [])
    }

    @Test("an award whose evidence is voided is withdrawn; new evidence makes a new one")
    func withdrawn() async throws {
        let evidence = try await evidence("A1")
        try await pilot.store(evidence)
        try await pilot.findAwards()
        try await pilot.store.void(evidence.id)
        #expect(try await awards() == [award("A1", 2, isWithdrawn: true)])
        try await pilot.store(try await self.evidence("A1"))
        #expect(try await awards() == [award("A1", 2, isWithdrawn: true), award("A1", 2)])
    }

    @Test("who passed twice keeps the level when one of the two statements is voided")
    func otherEvidence() async throws {
        let (first, second) = (try await evidence("A1"), try await evidence("A1"))
        try await pilot.store(first)
        try await pilot.findAwards()
        try await pilot.store(second)
        try await pilot.findAwards()
        try await pilot.store.void(first.id)
        #expect(try await awards().filter { !$0.isWithdrawn } == [award("A1", 2)])
        try await pilot.store.void(second.id)
        #expect(try await awards().filter { !$0.isWithdrawn } == [])
    }
}
