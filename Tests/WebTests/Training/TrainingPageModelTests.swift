import JSON
import Testing

@testable import Web

@Suite("what pages of the training show")
struct TrainingPageModelTests {
    private func json(_ text: String) throws -> JSONValue { try JSONDocument(parsing: Array(text.utf8)).root }

    private func column(_ position: Int, of table: PageTable?) -> [String] {
        table?.rows.map { $0.cells[position].content.text } ?? []
    }

    @Test(
        "amounts have their thousands apart and cents in full or not at all",
        arguments: [
            ("0", "0 EUR"), ("999", "999 EUR"), ("1000", "1_000 EUR"), ("12500.5", "12_500.50 EUR"),
            ("1234567.05", "1_234_567.05 EUR"),
        ])
    func amounts(number: String, text: String) {
        let expected = text.replacing("_", with: "\u{202F}").replacing(" ", with: "\u{A0}")
        #expect(PageFigure.amount(number, "EUR") == expected)
    }

    @Test func `a plan has its phases, and sums of costs by currency`() throws {
        let plan = PilotPlan(
            try json(
                """
                {"phases":[{"phase":"pre","startsOn":"2026-03-01","endsOn":"2026-03-02"},
                           {"phase":"followup","startsOn":"2026-09-01","endsOn":"2026-09-30"}],
                 "plan":{"sessions":[{"heldOn":"2026-03-07","hours":7.5},{"heldOn":"2026-03-08","hours":3,"cohort":"B"}],
                         "trainers":[{"role":"lead","organisation":"Academy"}],
                         "costs":[{"category":"rooms","amount":900,"currency":"EUR"},
                                  {"category":"travel","amount":40.5,"currency":"PLN","note":"by train"}]},
                 "sessionHours":10.5,"costTotals":[{"currency":"EUR","amount":900},{"currency":"PLN","amount":40.5}]}
                """))
        #expect(plan.phases?.rows.map(\.head.text) == ["before the training", "follow-up"])
        #expect(column(1, of: plan.phases) == ["2026-03-02", "2026-09-30"])
        #expect(column(1, of: plan.sessions) == ["all", "B", ""])
        #expect(column(2, of: plan.sessions) == ["7.5 h", "3 h", "10.5 h"])
        #expect(plan.sessions?.rows.map(\.isTotal) == [false, false, true])
        #expect(column(1, of: plan.trainers) == ["–"])
        #expect(plan.costs?.rows.suffix(2).map(\.head.text) == ["Sum in EUR", "Sum in PLN"])
        #expect(column(1, of: plan.costs).last == "40.50\u{A0}PLN")
        #expect(plan.costs?.rows.first?.cells.map(\.style) == [nil, "number"])
        let empty = PilotPlan(try json("{}"))
        #expect(!plan.isEmpty && empty.isEmpty)
    }

    @Test func `coverage tells gaps in words, and no number about few people`() throws {
        let competences = """
            {"competence":"A1","name":"Seeing","targetLevel":3,"taughtLevel":2,"taught":false,"assessed":false,
             "evidenced":true,"suppressed":true},
            {"competence":"A2","name":"Asking","targetLevel":2,"taught":false,"assessedLevel":2,"assessed":true,
             "evidenced":false,"evidencedPeople":0},
            {"competence":"B1","name":"Telling","targetLevel":1,"taughtLevel":4,"taught":true,"assessedLevel":1,
             "assessed":true,"evidenced":true,"evidencedPeople":12}
            """
        let matrix = try #require(
            CoverageMatrix(
                try json(
                    """
                    {"framework":{"code":"IUS","version":"0.1"},"profiles":[
                      {"profile":"P1","targets":3,"taught":1,"assessed":2,"evidenced":2,"uncovered":["A1","A2"],
                       "competences":[\(competences)]},
                      {"profile":"P2","targets":0,"taught":0,"assessed":0,"evidenced":0,"competences":[]}]}
                    """), names: { "Name of " + $0 }))
        let profile = matrix.profiles[0]
        #expect(profile.name == "Name of P1" && profile.url == "/framework/IUS/0.1/profiles/P1")
        #expect(
            profile.gaps?.lines.map(\.text) == [
                "Seeing: level 3 is demanded, only level 2 is taught",
                "Asking: level 2 is demanded, nothing is taught",
            ])
        #expect(column(1, of: profile.table) == ["✗ only level 2", "✗ not taught", "✓ level 4"])
        #expect(column(2, of: profile.table) == ["✗ not assessed", "✓ level 2", "✓ level 1"])
        #expect(column(3, of: profile.table) == ["✓ a few people", "– nobody yet", "✓ 12 people"])
        #expect(matrix.profiles[1].gaps == nil && matrix.profiles[1].table == nil)
        #expect(CoverageMatrix(nil, names: { $0 }) == nil)
    }

    @Test func `a curriculum leads to its page where it is one of ours`() throws {
        let ours = TrainingCurriculum(try json(#"{"code":"street","version":"1.0+b","title":"Street"}"#))
        #expect(ours.name == "Street, version 1.0+b" && ours.url == "/curricula/street/1.0%2Bb")
        let other = TrainingCurriculum(try json(#"{"version":"2"}"#))
        #expect(other.name == "Without a title, version 2" && other.url == nil)
    }
}
