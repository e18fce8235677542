public import LibPQ
internal import Schema

/// What everybody may read of pilots that are over: schema `published`.
public struct Publication: Sendable {
    let pool: ConnectionPool

    /// The publication of a database that a pool reaches as `tessera_service`.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// Publishes a pilot, once and for all: what is told of it is put together now, of every statement that is stored,
    /// and kept.
    ///
    /// - Returns: The number of rows that are told.
    /// - Throws: ``DisclosureError`` where there is no such pilot, it is not over, or it was published before.
    public func publish(_ pilot: String, by actor: String) async throws -> Int64 {
        try await Rollups(pool: pool).catchUp()
        return try await DisclosureError.telling {
            try await pool.withTransaction { db -> Int64 in
                let rows = try await db.one(Queries.evaluationPublishPilot(pilot, actor), as: Int64.self)
                return rows
            }
        }
    }

    /// Takes back what is published of a pilot; it is not published again.
    ///
    /// - Throws: ``DisclosureError`` where the pilot is not published.
    public func withdraw(_ pilot: String, by actor: String) async throws {
        try await DisclosureError.telling {
            try await pool.withTransaction { db in
                _ = try await db.execute(Queries.evaluationWithdrawPilot(pilot, actor))
            }
        }
    }
}
