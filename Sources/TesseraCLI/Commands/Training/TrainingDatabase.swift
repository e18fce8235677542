import Training

/// The way of commands to what is defined of the training: all of it, for who works at the terminal may see everything.
enum TrainingDatabase {
    /// Lends the database.
    static func with<Result: Sendable>(
        _ options: SettingsOptions, _ body: @escaping @Sendable (CallerDatabase) async throws -> Result
    ) async throws -> Result {
        let settings = try options.settings()
        return try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await body(CallerDatabase(pool: pool, partner: nil))
            }
        }
    }
}
