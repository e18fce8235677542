public import Testing

/// Gives a suite, or each of its tests, a migrated database of its own.
public struct MigratedDatabaseTrait: SuiteTrait, TestTrait, TestScoping {
    /// Whether each test gets one, instead of the suite.
    public let isRecursive: Bool

    /// All tests begin at once; with a hundred databases in use, each would only be slower.
    private static let tests = Turnstile(6)

    /// Whether the database is lent around this: the suite, or one case of a test.
    public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? {
        isRecursive == test.isSuite || (isRecursive && testCase == nil) ? nil : self
    }

    /// Lends the database while the suite or test runs.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        guard isRecursive else { return try await MigratedDatabase.lend { try await function() } }
        try await Self.tests.enter {
            try await MigratedDatabase.lend { try await function() }
        }
    }
}

extension Trait where Self == MigratedDatabaseTrait {
    /// One database for all tests of the suite, which keep out of each other's way.
    public static var migratedDatabase: MigratedDatabaseTrait { MigratedDatabaseTrait(isRecursive: false) }

    /// One database for each test of the suite.
    public static var migratedDatabaseForEachTest: MigratedDatabaseTrait { MigratedDatabaseTrait(isRecursive: true) }
}
