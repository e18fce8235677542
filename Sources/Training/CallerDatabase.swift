public import LibPQ
internal import Schema

/// The database as one caller may see it: all of it, or the rows of one partner.
///
/// Stores of this module take this and not a pool, so that no query on behalf of a caller can forget whom it is for.
/// Which rows a partner sees is told by the policies of the database, which every transaction here announces the
/// partner to; see `training.asking_partner`.
///
/// ```swift
/// let database = CallerDatabase(pool: pool, partner: caller.partnerCode)
/// try await PilotStore(database).define(definition)
/// ```
public struct CallerDatabase: Sendable {
    private let pool: ConnectionPool
    private let partner: String?

    /// The database of a pool, limited to a partner.
    ///
    /// - Parameter partner: Code of the partner whose rows are seen; nil for the whole scheme.
    public init(pool: ConnectionPool, partner: String?) {
        self.pool = pool
        self.partner = partner
    }

    /// Runs `body` in a transaction on behalf of the caller; like the pool's, it may run it again.
    func withTransaction<Result>(
        readOnly: Bool = false, _ body: (borrowing Connection) async throws -> Result
    ) async throws -> Result {
        try await pool.withTransaction(readOnly: readOnly) { db in
            if let partner { try await db.execute(Queries.trainingAskAsPartner(partner)) }
            return try await body(db)
        }
    }
}

extension CallerDatabase {
    /// Runs a query that changes a definition, and tells what is wrong with it as a ``DefinitionError``.
    ///
    /// - Parameter actor: Name of the API key, where a history notes it.
    package func define(_ query: Query, by actor: String? = nil) async throws {
        try await defining(by: actor) { db in _ = try await db.execute(query) }
    }

    /// Runs `body` in a transaction, and tells what is wrong with a definition as a ``DefinitionError``.
    package func defining<Result>(
        by actor: String? = nil, readOnly: Bool = false, _ body: (borrowing Connection) async throws -> Result
    ) async throws -> Result {
        do {
            return try await withTransaction(readOnly: readOnly) { db in
                if let actor { try await db.execute(Queries.trainingActAs(actor)) }
                return try await body(db)
            }
        } catch let error as PostgresError {
            throw DefinitionError(error) ?? error
        }
    }

    /// The JSON document that a query answers; nil when there is no such thing, or not for the caller.
    package func document(_ query: Query) async throws -> [UInt8]? {
        let answer = try await withTransaction(readOnly: true) { db in
            try await db.rows(query, as: JSONText?.self).first ?? nil
        }
        return answer?.bytes
    }
}
