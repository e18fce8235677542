import Testing

extension SystemTests.PartnerAccessTests {
    /// What is tried with instruments.
    static var instrumentCases: [String: Case] {
        let mine = instrument("beta-test", title: "Mine", partners: ["alfa"])
        return [
            "GET /api/instruments": Case(statuses: [200]),
            "GET /api/instruments/{code}": Case(code: "beta-test", shared: "joint-test"),
            "GET /api/instruments/{code}/versions/{version}": Case(code: "beta-test", shared: "joint-test"),
            "PUT /api/instruments/{code}/versions/{version}": Case(code: "beta-test", body: mine, statuses: [403]),
            "POST /api/instruments/{code}/versions/{version}/publish": Case(code: "beta-test"),
        ]
    }

    /// What is tried with the parts of pilots.
    static var pilotCases: [String: Case] {
        var cases = [
            "GET /api/pilots": Case(statuses: [200]),
            "GET /api/pilots/{code}": Case(code: "beta-pilot", shared: "joint-pilot"),
            "GET /api/pilots/{code}/state": Case(code: "beta-pilot", shared: "joint-pilot"),
            "POST /api/pilots/{code}/state": Case(code: "beta-pilot", body: #"{"state":"closed","reason":"Mine"}"#),
            "GET /api/pilots/{code}/launch-contexts": Case(
                code: "beta-pilot", shared: "joint-pilot", query: "?phase=pre"),
            "GET /api/pilots/{code}/enrolments/{registration}/launch-context": Case(
                code: "beta-pilot", query: "?phase=pre"),
        ]
        for (part, body) in [
            ("plan", #"{"trainers":[{"role":"Mine","organisation":"Mine"}]}"#), ("enrolments", #"{"enrolments":[]}"#),
            ("invitations", #"{"invitations":[]}"#),
        ] {
            cases["GET /api/pilots/{code}/\(part)"] = Case(code: "beta-pilot", shared: "joint-pilot")
            cases["PUT /api/pilots/{code}/\(part)"] = Case(code: "beta-pilot", body: body)
        }
        return cases
    }
}
