public import LibPQ
internal import Schema

/// Pilots, their partners and who is enrolled in them.
public struct PilotStore: Sendable {
    let pool: ConnectionPool

    /// The pilots in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// Defines a pilot, or brings its definition up to date.
    ///
    /// - Parameter definition: JSON as `training.define_pilot` describes it.
    /// - Throws: ``PilotDefinitionError`` that names the field and the rule.
    public func define(_ definition: [UInt8]) async throws {
        do {
            _ = try await pool.withTransaction { db in
                try await db.one(Queries.trainingDefinePilot(JSONBText(definition)), as: Int64.self)
            }
        } catch let error as PostgresError where ["22", "54"].contains(error.sqlState?.rawValue.prefix(2)) {
            throw PilotDefinitionError(message: error.message, hint: error.hint)
        }
    }
}

/// What is wrong with the definition of a pilot.
public struct PilotDefinitionError: Error, Sendable, Equatable {
    /// The field and the rule.
    public let message: String
    /// What to do about it.
    public let hint: String?
}
