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

    private func feedback(_ action: Int64, by exchange: HTTPExchange) async throws -> Feedback {
        let answer = try await send(.GET, "/api/actions/\(action)", nil, what: "The action", by: exchange)
        let json = try JSONDocument(parsing: answer).root
        return Feedback(
            action: action, state: json["state"]?.string ?? "", change: json["effect"]?["change"]?.lexeme)
    }
}
