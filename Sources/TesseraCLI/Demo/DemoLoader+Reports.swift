import JSON
import NIOHTTP1

extension DemoLoader {
    /// Makes a report of each run, unless there is one: the first run's is written and final, the second's a draft of
    /// which nothing is written yet.
    func loadReports(on first: DemoPilot, next second: DemoPilot) async throws {
        try await HTTPExchange.with(timeout: .seconds(120)) { exchange in
            for pilot in [first, second] {
                let path = "/api/pilots/\(pilot.code)/reports"
                let known = try await send(.GET, path, nil, what: "The reports", by: exchange)
                guard try JSONDocument(parsing: known).root["reports"]?.count == 0 else { continue }
                _ = try await send(.POST, path, Array("{}".utf8), what: "A report", by: exchange)
                guard pilot.code == first.code else { continue }
                for (section, text) in DemoReport.narratives {
                    _ = try await send(
                        .PUT, path + "/1/narratives/\(section)", text, what: "A text of the report", by: exchange)
                }
                _ = try await send(.POST, path + "/1/finish", nil, what: "The end of the report", by: exchange)
            }
        }
    }
}
