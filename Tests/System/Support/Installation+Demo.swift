import Foundation

/// What `tessera demo --json` tells.
struct DemoOutcome: Decodable, Equatable {
    let pilot: String
    let learners: Int
    let statements: Int
    let credentials: [String]
    let secondRun: DemoSecondRun?
}

/// What it tells of the second run.
struct DemoSecondRun: Decodable, Equatable {
    /// How far the action about the first run's finding went.
    struct Feedback: Decodable, Equatable {
        let action: Int
        let state: String
        let change: Double?
    }

    let pilot: String
    let learners: Int
    let statements: Int
    let credentials: [String]
    let feedback: Feedback?
}

extension Installation {
    /// Loads the demonstration's first run through this node.
    func demo(seed: Int = 2026, learners: Int = 24) async throws -> DemoOutcome {
        try await loadDemo(["--seed", "\(seed)", "--learners", "\(learners)", "--no-second-run"])
    }

    /// Loads the whole demonstration through this node.
    ///
    /// - Parameter verifier: A second key, `name:secret`.
    func wholeDemo(verifier: String?) async throws -> DemoOutcome {
        try await loadDemo(verifier.map { ["--verifier-key", $0] } ?? [])
    }

    private func loadDemo(_ options: [String]) async throws -> DemoOutcome {
        let outcome = try await tessera(["demo", "--url", url, "--key", key, "--json"] + options)
        try await refreshViews()
        return try JSONDecoder().decode(DemoOutcome.self, from: Data(outcome.succeeded("tessera demo").output.utf8))
    }
}
