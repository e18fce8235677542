import Foundation
import Testing

extension SystemTests.PartnerAccessTests {
    private static let ruleScopes = (read: "rules/read", write: "rules/write")
    private static let awardScopes = (read: "awards/read", write: "awards/write")

    /// What is tried with rules, assessors and approval.
    static var ruleCases: [String: Case] {
        let mine = rule("beta-rule", "Mine", pilot: "joint-pilot")
        var cases = [
            "GET /api/rules": Case(statuses: [200]),
            "GET /api/rules/{code}": Case(code: "beta-rule", shared: "joint-rule"),
            "PUT /api/rules/{code}": Case(code: "beta-rule", body: mine, statuses: [403]),
            "GET /api/rules/{code}/versions": Case(code: "beta-rule", shared: "joint-rule"),
            "GET /api/rules/{code}/versions/{version}": Case(code: "beta-rule", shared: "joint-rule", version: "1"),
            "POST /api/rules/{code}/publish": Case(code: "beta-rule"),
            "POST /api/rules/{code}/retire": Case(code: "beta-rule"),
            "GET /api/pilots/{code}/assessors": Case(code: "beta-pilot", shared: "joint-pilot"),
            "PUT /api/pilots/{code}/assessors": Case(code: "beta-pilot", body: #"{"assessors":[]}"#),
            "GET /api/partners/{code}/assessors": Case(code: "beta"),
            "PUT /api/partners/{code}/assessors": Case(code: "beta", body: #"{"assessors":[]}"#, statuses: [403]),
            "GET /api/pilots/{code}/approval": Case(code: "beta-pilot", shared: "joint-pilot"),
            "PUT /api/pilots/{code}/approval": Case(code: "beta-pilot", body: #"{"required":true}"#),
        ]
        for operation in cases.keys { cases[operation]?.scopes = ruleScopes }
        return cases
    }

    /// What is tried with awards.
    static var awardCases: [String: Case] {
        let person = "?homePage=https%3A%2F%2Fid.example.org&name=p-beta-pilot&competence=A1"
        var cases = [
            "GET /api/awards": Case(query: "?pilot=beta-pilot", statuses: [200]),
            "GET /api/awards/{id}": Case(code: "beta-pilot", shared: "joint-pilot"),
            "GET /api/awards/{id}/explanation": Case(code: "beta-pilot", shared: "joint-pilot"),
            "POST /api/awards/{id}/decision": Case(
                code: "beta-pilot", body: #"{"outcome":"refused","reason":"Mine"}"#),
            "POST /api/awards/reevaluation": Case(body: #"{"pilot":"beta-pilot"}"#),
            "GET /api/levels": Case(query: person),
        ]
        for operation in cases.keys { cases[operation]?.scopes = awardScopes }
        return cases
    }

    /// The definition of a rule for one pilot.
    static func rule(_ code: String, _ description: String, pilot: String) -> String {
        #"{"code":"\#(code)","description":"\#(description)","pilot":"\#(pilot)","requires":{"kind":"test"}}"#
    }

    /// A list of one assessor.
    static var assessors: String {
        #"{"assessors":[{"account":{"homePage":"https://id.example.org","name":"\#(secret)"}}]}"#
    }

    /// The id of an award of a pilot; any other where there is none.
    func award(of pilot: String?) async throws -> String {
        let found = try await Installation.served.administrator(
            """
            SELECT award.award_id FROM credential.award JOIN training.pilot USING (pilot_key)
            WHERE pilot.code = '\(pilot ?? "")' ORDER BY award.award_key LIMIT 1
            """)
        return found.isEmpty ? "00000000-0000-4000-8000-000000000000" : found
    }

    @Test func `a partner lists the awards of its pilots only, and asks for no more to be weighed than theirs`()
        async throws
    {
        let (alfa, beta) = try await prepare()
        try await untilAwarded()
        let seen = try await alfa.get("/api/awards").expecting(200).text
        #expect(seen.contains("joint-pilot") && !seen.contains("beta-pilot"))
        #expect(try await beta.get("/api/awards").expecting(200).text.contains("beta-pilot"))
        let everything = try await alfa.send("POST", "/api/awards/reevaluation", body: Data("{}".utf8))
        #expect(everything.status == 403)
        #expect(everything.text.contains(#""pointer":"/pilot""#))
        // A rule for all pilots is the scheme's.
        let scheme = #"{"code":"alfa-rule","description":"Mine","requires":{"kind":"test"}}"#
        #expect(try await alfa.send("PUT", "/api/rules/alfa-rule", body: Data(scheme.utf8)).status == 403)
        #expect(try await alfa.send("POST", "/api/rules/passed-assessment/retire").status == 403)
        #expect(try await alfa.get("/api/rules/passed-assessment").expecting(200).text.contains("published"))
    }
}
