import Foundation
import Testing

extension SystemTests.PartnerAccessTests {
    /// What is tried with reports, and with syntheses over pilots, which are their maker's.
    static var reportCases: [String: Case] {
        let text = #"{"text":"Mine"}"#
        return [
            "GET /api/pilots/{code}/reports": Case(code: "beta-pilot", shared: "joint-pilot"),
            "POST /api/pilots/{code}/reports": Case(code: "beta-pilot", body: "{}"),
            "GET /api/pilots/{code}/reports/{number}": Case(code: "beta-pilot", shared: "joint-pilot"),
            "GET /api/pilots/{code}/reports/{number}/numbers": Case(code: "beta-pilot", shared: "joint-pilot"),
            "GET /api/pilots/{code}/reports/{number}/narratives/{section}": Case(
                code: "beta-pilot", shared: "joint-pilot"),
            "PUT /api/pilots/{code}/reports/{number}/narratives/{section}": Case(code: "beta-pilot", body: text),
            "POST /api/pilots/{code}/reports/{number}/finish": Case(code: "beta-pilot"),
            "GET /api/syntheses": Case(statuses: [200]),
            "POST /api/syntheses": Case(body: #"{"pilots":["beta-pilot"]}"#),
            "GET /api/syntheses/{number}": Case(),
            "GET /api/syntheses/{number}/numbers": Case(),
            "GET /api/syntheses/{number}/narratives/{section}": Case(),
            "PUT /api/syntheses/{number}/narratives/{section}": Case(body: text),
            "POST /api/syntheses/{number}/finish": Case(),
        ]
    }

    private struct Reports: Decodable {
        struct Report: Decodable { let number: Int }

        let reports: [Report]
    }

    /// Makes a report of each of a partner's pilots, and its synthesis, unless there is one.
    func makeReports(as client: Client) async throws {
        for (path, definition) in [
            ("/api/pilots/beta-pilot/reports", "{}"), ("/api/pilots/joint-pilot/reports", "{}"),
            ("/api/syntheses", #"{"pilots":["beta-pilot"]}"#),
        ] {
            guard try await client.get(path).expecting(200).decoded(as: Reports.self).reports.isEmpty else { continue }
            _ = try await client.send("POST", path, body: Data(definition.utf8)).expecting(201)
            let text = Data(#"{"text":"\#(Self.secret)"}"#.utf8)
            guard path != "/api/pilots/joint-pilot/reports" else { continue }
            _ = try await client.send("PUT", path + "/1/narratives/1", body: text).expecting(204)
        }
    }
}
