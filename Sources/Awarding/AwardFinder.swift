public import LibPQ
internal import Schema

/// Applies the rules to what is new in the outbox.
public struct AwardFinder: Sendable {
    let pool: ConnectionPool
    let rowsPerStep: Int32

    /// Finds awards in the database of a pool.
    public init(pool: ConnectionPool, rowsPerStep: Int32 = 5000) {
        self.pool = pool
        self.rowsPerStep = rowsPerStep
    }

    /// What one step did.
    public struct Findings: Sendable, Equatable {
        /// Rows of the outbox that were read.
        public let read: Int64
        /// Awards that were made.
        public let awarded: Int64
        /// Awards that were withdrawn, because their evidence was voided.
        public let withdrawn: Int64
    }

    /// Reads the next rows of the outbox; exactly once, whatever crashes and whoever else works.
    public func findAwards() async throws -> Findings {
        let row = try await pool.withTransaction { db in
            try await db.one(Queries.awardingFindAwards(rowsPerStep), as: (Int64, Int64, Int64).self)
        }
        return Findings(read: row.0, awarded: row.1, withdrawn: row.2)
    }
}
