import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.4.5 and 4.6: results, scores and durations.
    struct ResultTests {
        @Test("what stands in a result is of its type", .covers(members), arguments: members)
        func member(example: StatementExample) async throws { try await example.check() }

        private static let members = ExampleTable.of {
            Site.results.refused("XAPI-00074", at: "/success", values: "true", 1, "yes", [true])
            Site.results.refused("XAPI-00075", at: "/completion", values: "false", 0, "no", [:])
            Site.results.refused("XAPI-00076", at: "/response", values: 1, true, ["yes"], ["en": "yes"])
            Site.results.taken("XAPI-00076", at: "/response", values: "", "да")
            Site.results.refused("XAPI-00078", at: "/extensions", values: "x", 1, [["urn:x:y": 1]], ["x": 1])
            Site.results.taken("XAPI-00074", "XAPI-00075", values: ["success": false, "completion": false], [:])
        }

        @Test("a score is an object of numbers within each other's bounds", .covers(scores), arguments: scores)
        func score(example: StatementExample) async throws { try await example.check() }

        private static let scores = ExampleTable.of {
            Site.results.refused("XAPI-00079", at: "/score", values: "0.5", 0.5, [0.5], true)
            Site.results.refused(
                "XAPI-00080", at: "/score", values: ["max": "100"], ["min": 0, "max": -1], ["min": 0, "max": 0])
            Site.results.refused(
                "XAPI-00081", at: "/score", values: ["min": "0"], ["min": 3, "max": 2], ["min": 2, "max": 2])
            Site.results.refused(
                "XAPI-00082", at: "/score", values: ["raw": "50"], ["raw": 101, "max": 100], ["raw": -1, "min": 0],
                ["raw": 100.0000001, "min": 0, "max": 100])
            Site.results.refused(
                "XAPI-00083", at: "/score/scaled", values: "0.5", 1.01, -1.01, 50, .json("1.00000000000000000001"))
            Site.results.taken(
                "XAPI-00080", "XAPI-00081", "XAPI-00082", "XAPI-00083", at: "/score",
                values: ["max": -5], ["min": 1000], ["raw": .json("-1e6")], ["raw": 2, "min": 2, "max": 3], [:],
                ["raw": 3, "min": 2, "max": 3], ["scaled": 1], ["scaled": -1], ["scaled": .json("1.0")])
        }

        @Test("a duration is one of ISO 8601 with designators", .covers(durations), arguments: durations)
        func duration(example: StatementExample) async throws { try await example.check() }

        private static let durations = ExampleTable.of {
            Site.results.taken(
                "XAPI-00077", "XAPI-00124", at: "/duration", values: "PT4H35M59.14S", "P3Y1M29DT4H35M59.14S", "P3Y",
                "P4W",
                "PT16559.14S", "PT0S", "P1M", "PT1M", "P1DT12H36M0.12567S", "PT1,5H", "P0.5Y")
            Site.results.refused(
                "XAPI-00077", "XAPI-00124", at: "/duration", values: "", "1 hour", 12345, ["PT": 1], "PA1H0M0S",
                "P4W1D",
                "P", "PT", "P1H", "PT1D", "P1DT", "PT1S1M", "P1Y1Y", "PT0.5H1M", "-P1D", "p1d", "PT1H ",
                "P0003-01-29T04:35:59", "P00030129T043559", "2026-03-01T12:00:00Z/PT1H")
        }
    }
}
