import JSON
import NIOHTTP1

extension DemoLoader {
    /// How far the feedback action of the demonstration went.
    struct Feedback {
        let action: Int64
        let state: String
        /// By how much the number of its finding changed; nil while that is not known.
        let change: String?
    }

    /// Notes what the first run's evaluation found and what was done about it, unless it is noted.
    ///
    /// - Parameter verifier: A second key, for a second person verifies; nil to leave the action done.
    func loadFeedback(on first: DemoPilot, next second: DemoPilot, verifier: String?) async throws -> Feedback? {
        try await HTTPExchange.with(timeout: .seconds(60)) { exchange in
            let path = "/api/pilots/\(first.code)/findings"
            let known = try await send(.GET, path, nil, what: "The findings", by: exchange)
            if let finding = try JSONDocument(parsing: known).root["findings"]?.elements.first(where: { _ in true }) {
                let action = finding["actions"]?.elements.first { _ in true }?["id"]?.integer
                guard let action else { return nil }
                return try await feedback(action, by: exchange)
            }
            try await untilEvaluated(by: exchange)
            for finding in DemoFeedback.findings {
                _ = try await send(.POST, path, finding, what: "A finding", by: exchange)
            }
            let made = try await send(.POST, path + "/1/actions", DemoFeedback.action, what: "An action", by: exchange)
            guard let action = try JSONDocument(parsing: made).root["id"]?.integer else { return nil }
            let state = "/api/actions/\(action)/state"
            for step in DemoFeedback.steps(evidence: url + "/curricula/local-police/2.0#units") {
                _ = try await send(.POST, state, step, what: "A step of the action", by: exchange)
            }
            if let verifier {
                _ = try await send(
                    .POST, state, DemoFeedback.verification, what: "Its verification", as: verifier, by: exchange)
            }
            _ = try await send(
                .POST, "/api/actions/\(action)/effect", DemoFeedback.effect(in: second.code), what: "Its effect",
                by: exchange)
            return try await feedback(action, by: exchange)
        }
    }

    /// Waits until the views of evaluation count every statement that is stored: they follow a moment later.
    private func untilEvaluated(by exchange: HTTPExchange) async throws {
        // Both moments are in UTC, so that they sort as text; of the shorter one there are milliseconds.
        func milliseconds(_ moment: String?) -> Substring { (moment ?? "").prefix(23) }
        let newest = try await send(.GET, "/xapi/statements?limit=1", nil, what: "The last statement", by: exchange)
        let stored = milliseconds(try JSONDocument(parsing: newest).root["statements"]?[0]?["stored"]?.string)
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            let overview = try await send(
                .GET, "/api/evaluation/pilot_overview", nil, what: "The evaluation", by: exchange)
            if milliseconds(try JSONDocument(parsing: overview).root[0]?["as_of"]?.string) > stored { return }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    private func feedback(_ action: Int64, by exchange: HTTPExchange) async throws -> Feedback {
        let answer = try await send(.GET, "/api/actions/\(action)", nil, what: "The action", by: exchange)
        let json = try JSONDocument(parsing: answer).root
        return Feedback(
            action: action, state: json["state"]?.string ?? "", change: json["effect"]?["change"]?.lexeme)
    }
}
