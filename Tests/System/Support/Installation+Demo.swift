import Foundation

/// What `tessera demo --json` tells.
struct DemoOutcome: Decodable, Equatable {
    let pilot: String
    let learners: Int
    let statements: Int
    let credentials: [String]
}

extension Installation {
    /// Loads the demonstration through this node.
    func demo(seed: Int = 2026, learners: Int = 24) async throws -> DemoOutcome {
        let outcome = try await tessera(
            "demo", "--url", url, "--key", key, "--seed", "\(seed)", "--learners", "\(learners)", "--json")
        _ = try await tessera("evaluation", "refresh").succeeded("tessera evaluation refresh")
        return try JSONDecoder().decode(DemoOutcome.self, from: Data(outcome.succeeded("tessera demo").output.utf8))
    }
}
