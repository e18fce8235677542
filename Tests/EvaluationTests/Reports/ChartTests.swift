import JSON
import Testing

@testable import Evaluation

@Suite("charts of reports")
struct ChartTests {
    /// Rows of a table, as JSON has them.
    private func rows(_ json: String) throws -> [FrozenRow] {
        try JSONDocument(parsing: Array(json.utf8)).root.elements.map(FrozenRow.init)
    }

    /// The texts of a chart.
    private func texts(_ chart: Chart?) -> [String] {
        chart?.marks.compactMap { mark -> String? in
            if case .text(let text, _, _, _, _, _) = mark { text } else { nil }
        } ?? []
    }

    private func circles(_ chart: Chart?) -> Int {
        chart?.marks.count { mark in if case .circle = mark { true } else { false } } ?? 0
    }

    @Test("no chart without rows")
    func empty() throws {
        #expect(Chart.funnel([]) == nil && Chart.likert([]) == nil && Chart.gain([], total: nil) == nil)
        #expect(Chart.transitions([], measure: "assessed") == nil && Chart.radar([], profile: "P4") == nil)
        #expect(Chart.forest([], title: "x", unit: "x") == nil && Chart.items([]) == nil)
        #expect(Chart.actions([], day: "2026-11-28") == nil)
    }

    @Test("every chart has a title and its numbers in words, well-formed and escaped, and no script")
    func structure() throws {
        let rows = try rows(
            """
            [{"step":"<script>&\\"enrolled\\"","n":24,"share_of_enrolled":1,"suppressed":false},
             {"step":"x\\u0001y","n":12,"share_of_enrolled":0.5,"suppressed":false}]
            """
        )
        let svg = try #require(Chart.funnel(rows)).svg(id: "a")
        #expect(svg.hasPrefix("<svg class=\"plot\" viewBox=\"0 0 720 68\" role=\"img\""))
        #expect(svg.contains("aria-labelledby=\"a-title a-desc\""))
        #expect(svg.contains("<title id=\"a-title\">From enrolment to follow-up</title>"))
        #expect(svg.contains("&lt;script&gt;&amp;&quot;enrolled&quot;: 24 (100\u{A0}%)") && !svg.contains("<script"))
        #expect(svg.count { $0 == "<" } == svg.count { $0 == ">" })
        #expect(svg.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "XML has no control characters")
        #expect(svg == Chart.funnel(rows)?.svg(id: "a"), "the same rows give the same chart")
    }

    @Test("what is hidden is drawn as hidden, and its size is not to be seen")
    func hidden() throws {
        let funnel = Chart.funnel(
            try rows(
                """
                [{"step":"enrolled","n":24,"share_of_enrolled":1,"suppressed":false},
                 {"step":"passed","n":null,"share_of_enrolled":null,"suppressed":true}]
                """
            ))
        #expect(texts(funnel).contains("hidden, too few people"))
        #expect(funnel?.summary.contains("passed: hidden, too few people") == true)
        let likert = Chart.likert(
            try rows(
                """
                [{"item":"i","item_text":"Useful?","option_position":1,"n":9,"share":null,"suppressed":true},
                 {"item":"i","item_text":"Useful?","option_position":2,"n":9,"share":0.6,"suppressed":false}]
                """))
        // The share that is known would tell the other one.
        #expect(
            !texts(likert).contains("60\u{A0}%") && texts(likert).contains("hidden: too few people chose an option"))
        let gain = Chart.gain(
            try rows(
                """
                [{"competence":"B3","competence_name":"Mediation","n":null,"pre_mean":null,"post_mean":null,
                 "suppressed":true}]
                """
            ), total: nil)
        #expect(texts(gain).contains("hidden, too few people"))
    }

    @Test("bars of scales diverge from the middle, reversed items the other way round")
    func diverging() throws {
        func item(_ reversed: Bool) -> String {
            zip(1...5, [0, 0, 0, 0.25, 0.75]).map { position, share in
                """
                {"item":"\(reversed)","item_text":"Item","reversed":\(reversed),"option_position":\(position),"n":20,
                 "share":\(share),"suppressed":false}
                """
            }.joined(separator: ",")
        }
        func span(_ reversed: Bool) throws -> (least: Double, most: Double) {
            let chart = try #require(Chart.likert(try rows("[\(item(reversed))]")))
            var places: [Double] = []
            for case .path(let points, true, _) in chart.marks { places += points.map(\.x) }
            return (places.min() ?? 0, places.max() ?? 0)
        }
        let (up, down) = (try span(false), try span(true))
        #expect(up.least == 460 && up.most == 660)
        #expect(down.least == 260 && down.most == 460)
    }

    @Test("a pair is two points and a line; one competence is enough")
    func pairs() throws {
        let rows = try rows(
            """
            [{"competence":"A1","competence_name":"Diagnosis","n":22,"pre_mean":0.5,"post_mean":0.7,
             "gain_mean":0.2,"gain_low":0.14,"gain_high":0.27,"suppressed":false}]
            """
        )
        let chart = Chart.gain(rows, total: rows.first)
        #expect(texts(chart).filter { $0 == "+0.20 [0.14, 0.27], n = 22" }.count == 2)
        // Two of each line, and two that explain them.
        #expect(circles(chart) == 6)
        #expect(chart?.summary.contains("All tests together: 0.50 before, 0.70 after") == true)
    }

    @Test("moves between levels are told by number, hidden ones by how many")
    func transitions() throws {
        let rows = try rows(
            """
            [{"competence":"A1","measure":"assessed","level_before":1,"level_after":2,"n":6,"share":0.6},
             {"competence":"A1","measure":"assessed","level_before":2,"level_after":2,"n":null,"share":null},
             {"competence":"A1","measure":"self-assessed","level_before":0,"level_after":4,"n":9,"share":1}]
            """)
        let chart = Chart.transitions(rows, measure: "assessed")
        #expect(chart?.summary == "A1: 6 from 1 to 2, 1 move of too few people hidden.")
        #expect(texts(chart).contains("6") && !texts(chart).contains("9"))
        #expect(Chart.transitions(rows, measure: "observed") == nil)
    }

    @Test("a radar needs three competences, and draws no line to what is not known")
    func radar() throws {
        func row(_ code: String, _ level: String) -> String {
            """
            {"competence":"\(code)","competence_name":"Name","measure":"assessed","phase":"post","target_level":2,
             "mean_level":\(level)}
            """
        }
        #expect(Chart.radar(try rows("[\(row("A1", "2")),\(row("A2", "3"))]"), profile: "P4") == nil)
        #expect(
            Chart.radar(try rows("[\(row("A1", "2")),\(row("A2", "3")),\(row("A3", "null"))]"), profile: "P4") == nil,
            "an axis without any level is none")
        let chart = Chart.radar(
            try rows("[\(row("A1", "2")),\(row("A2", "3")),\(row("A3", "1.5"))]"), profile: "P4")
        #expect(circles(chart) == 3)
        #expect(chart?.summary.contains("A3 Name: target 2, self-assessed before not told") == true)
    }

    @Test("a forest plot keeps the order, and marks what is pooled")
    func forest() throws {
        let chart = try #require(
            Chart.forest(
                [
                    Chart.Estimate(label: "b", people: 12, value: 0.4, low: 0.1, high: 0.7),
                    Chart.Estimate(label: "a", people: nil, value: nil, low: nil, high: nil),
                    Chart.Estimate(label: "all", people: nil, value: 0.5, low: 0.3, high: 0.7, isPooled: true),
                ], title: "Effects", unit: "g"))
        #expect(texts(chart).filter { ["a", "b", "all"].contains($0) } == ["b", "a", "all"])
        #expect(texts(chart).contains("0.40 [0.10, 0.70], n = 12") && texts(chart).contains("hidden, or not known"))
        // One effect alone is drawn as well, be it zero.
        let alone = Chart.forest(
            [Chart.Estimate(label: "x", people: 10, value: 0, low: nil, high: nil)], title: "x", unit: "g")
        #expect(alone?.svg(id: "x").contains("nan") == false)
    }

    @Test("items stand by difficulty and discrimination; those without both are told of")
    func items() throws {
        let chart = Chart.items(
            try rows(
                """
                [{"difficulty":0.6,"discrimination":0.4},{"difficulty":1,"discrimination":-1},
                 {"difficulty":0.5,"discrimination":null}]
                """))
        #expect(circles(chart) == 2)
        #expect(chart?.summary.hasPrefix("2 items, of which 1 discriminate below zero; 1 without") == true)
    }

    @Test("actions are drawn in time, overdue ones dashed")
    func actions() throws {
        let chart = try #require(
            Chart.actions(
                try rows(
                    """
                    [{"action":7,"text":"Walk","state":"accepted","overdue":true,
                      "proposed_at":"2026-03-01T09:00:00+00:00",
                      "due_on":"2026-06-30"},
                     {"action":8,"text":"Ask","state":"verified","overdue":false,
                      "proposed_at":"2026-04-01T09:00:00+00:00",
                      "done_at":"2026-05-01T09:00:00+00:00","due_on":"2026-05-31"}]
                    """), day: "2026-07-15"))
        #expect(chart.summary.hasPrefix("2 actions, 1 overdue. 7: due 2026-06-30, accepted, overdue;"))
        #expect(texts(chart).contains("2026-07"))
        #expect(Day.number("2026-02-30x") != nil && Day.number("2026-13-01") == nil && Day.number("soon") == nil)
    }

    @Test(
        "numbers are written for people",
        arguments: [
            (0.1949, 2, "0.19"), (-0.005, 2, "−0.01"), (-0.001, 2, "0.00"), (12, 0, "12"), (1234.5, 1, "1234.5"),
            (.infinity, 2, "–"),
        ])
    func decimals(value: Double, places: Int, text: String) {
        #expect(Figure.decimal(value, places: places) == text)
    }

    @Test("signs, shares and probabilities")
    func figures() {
        #expect(Figure.change(0.2) == "+0.20" && Figure.change(0.001) == "0.00" && Figure.change(-0.2) == "−0.20")
        #expect(Figure.percent(0.875) == "88\u{A0}%" && Figure.percent(nil) == "–")
        #expect(Figure.probability(2e-10) == "<\u{A0}0.0001" && Figure.probability(0.04321) == "0.0432")
    }
}
