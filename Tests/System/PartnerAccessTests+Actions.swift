import Foundation

extension SystemTests.PartnerAccessTests {
    /// What is tried with methodologies, findings and actions.
    static var actionCases: [String: Case] {
        let finding = #"{"text":"Mine","strength":"must","kirkpatrickLevel":1,"source":"Mine"}"#
        let action = """
            {"kind":"data","text":"Mine","owner":{"organisation":"Mine","role":"Mine"},"dueOn":"2026-06-30"}
            """
        let proposal = """
            {"framework":{"code":"IUS","version":"0.1"},"title":"Mine","reason":"Mine",
             "edits":[{"kind":"text","item":"A1","field":"notes","to":"Mine"}]}
            """
        let methodology = #"{"code":"common","version":"1.0","title":"Mine"}"#
        return [
            // The scheme's: all read it, no partner changes it.
            "GET /api/methodology": Case(statuses: [200]),
            "GET /api/methodology/{code}/versions/{version}": Case(code: "common", statuses: [200]),
            "PUT /api/methodology/{code}/versions/{version}": Case(code: "common", body: methodology, statuses: [403]),
            "POST /api/methodology/{code}/versions/{version}/publish": Case(code: "common", statuses: [403]),
            "GET /api/pilots/{code}/findings": Case(code: "beta-pilot", shared: "joint-pilot"),
            "POST /api/pilots/{code}/findings": Case(code: "beta-pilot", body: finding),
            "GET /api/pilots/{code}/findings/{number}": Case(code: "beta-pilot", shared: "joint-pilot"),
            "POST /api/pilots/{code}/findings/{number}/rejection": Case(
                code: "beta-pilot", body: #"{"reason":"Mine"}"#),
            "POST /api/pilots/{code}/findings/{number}/actions": Case(code: "beta-pilot", body: action),
            "GET /api/actions": Case(query: "?pilot=beta-pilot", statuses: [200]),
            "GET /api/actions/{action}": Case(code: "beta-pilot", shared: "joint-pilot"),
            "POST /api/actions/{action}/state": Case(
                code: "beta-pilot", body: #"{"state":"rejected","reason":"Mine"}"#),
            "POST /api/actions/{action}/effect": Case(code: "beta-pilot", body: #"{"pilot":"joint-pilot"}"#),
            "POST /api/actions/{action}/proposal": Case(code: "beta-pilot", body: proposal, statuses: [403, 404]),
            "POST /api/actions/{action}/reopening": Case(
                code: "beta-pilot", body: #"{"reason":"Mine","dueOn":"2026-06-30"}"#),
        ]
    }

    private struct Findings: Decodable {
        struct Finding: Decodable {
            struct Action: Decodable { let id: Int }

            let actions: [Action]
        }

        let findings: [Finding]
    }

    /// Notes a finding with an action in each of a partner's pilots, unless there is one.
    func noteFindings(as client: Client) async throws {
        for (pilot, text) in [("beta-pilot", Self.secret), ("joint-pilot", "Joint")] {
            let path = "/api/pilots/\(pilot)/findings"
            guard try await client.get(path).expecting(200).decoded(as: Findings.self).findings.isEmpty else {
                continue
            }
            let finding = #"{"text":"\#(text)","strength":"must","kirkpatrickLevel":1,"source":"\#(text)"}"#
            _ = try await client.send("POST", path, body: Data(finding.utf8)).expecting(201)
            let action = """
                {"kind":"framework","text":"\(text)","owner":{"organisation":"\(text)","role":"\(text)"},
                 "dueOn":"2026-06-30"}
                """
            _ = try await client.send("POST", path + "/1/actions", body: Data(action.utf8)).expecting(201)
        }
    }

    /// The action about a pilot's finding.
    func action(of pilot: String?) async throws -> String {
        guard let pilot else { return "" }
        let path = "/api/pilots/\(pilot)/findings"
        let found = try await Installation.served.client.get(path).expecting(200).decoded(as: Findings.self)
        return found.findings.first?.actions.first.map { "\($0.id)" } ?? ""
    }
}
