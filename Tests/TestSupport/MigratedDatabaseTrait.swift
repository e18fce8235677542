public import Testing

/// Gives a suite, or each of its tests, a migrated database of its own.
public struct MigratedDatabaseTrait: SuiteTrait, TestTrait, TestScoping {
    /// Whether each test gets one, instead of the suite.
    public let isRecursive: Bool
    private let migratesItself: Bool

    private init(isRecursive: Bool, migratesItself: Bool = false) {
        self.isRecursive = isRecursive
        self.migratesItself = migratesItself
    }

    private func lend(to function: @concurrent @Sendable () async throws -> Void) async throws {
        try await MigratedDatabase.lend(migratesItself: migratesItself) { try await function() }
    }

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
        guard isRecursive else { return try await lend(to: function) }
        try await Self.tests.enter { try await lend(to: function) }
    }
}

extension MigratedDatabaseTrait {
    /// One database for all tests of the suite, which keep out of each other's way.
    public static let forSuite = MigratedDatabaseTrait(isRecursive: false)
    /// One database for each test of the suite.
    public static let forEachTest = MigratedDatabaseTrait(isRecursive: true)
    /// One database for the suite that is no copy of another.
    public static let migratedItself = MigratedDatabaseTrait(isRecursive: false, migratesItself: true)
}

extension Trait where Self == MigratedDatabaseTrait {
    /// One database for all tests of the suite, which keep out of each other's way.
    public static var migratedDatabase: MigratedDatabaseTrait { .forSuite }

    /// One database for each test of the suite.
    public static var migratedDatabaseForEachTest: MigratedDatabaseTrait { .forEachTest }

    /// One database for the suite that was migrated itself, and is no copy of another.
    public static var selfMigratedDatabase: MigratedDatabaseTrait { .migratedItself }
}
