import Testing

/// Serves an installation while a suite runs, as ``Installation/current``.
struct ServedInstallation: SuiteTrait, TestScoping {
    /// Further variables of the server's environment.
    var settings: [String: String] = [:]

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await Installation.with { installation in
            try await installation.serving(settings: settings) { _ in
                try await Installation.$current.withValue(installation) { try await function() }
            }
        }
    }
}

extension Trait where Self == ServedInstallation {
    /// The suite's tests share a server with a data folder of its own.
    static var served: Self { ServedInstallation() }

    /// The suite's tests share a server with a data folder of its own, and with further settings.
    static func served(_ settings: [String: String]) -> Self { ServedInstallation(settings: settings) }
}

extension Installation {
    /// The installation of the running suite.
    static var served: Installation {
        get throws { try #require(current, "the suite lacks the trait .served") }
    }
}
