public import LibPQ
internal import Schema

/// Applies the rules to what is new in the outbox, and to what changed rules and assessors touch.
///
/// Three steps, each in a transaction of its own, so that a crash between them loses nothing: what the outbox tells of
/// becomes evidence, and whose it is becomes due; people whose evidence a changed rule touches become due, some at a
/// time; and what is due is weighed. Any number of workers may do so at once.
public struct AwardFinder: Sendable {
    let pool: ConnectionPool
    let rowsPerStep: Int32
    let pairsPerStep: Int32

    /// Finds awards in the database of a pool.
    ///
    /// - Parameters:
    ///   - rowsPerStep: How many rows of the outbox a step reads.
    ///   - pairsPerStep: How many people's competences a step weighs.
    public init(pool: ConnectionPool, rowsPerStep: Int32 = 5000, pairsPerStep: Int32 = 2000) {
        self.pool = pool
        self.rowsPerStep = rowsPerStep
        self.pairsPerStep = pairsPerStep
    }

    /// What one step did.
    public struct Findings: Sendable, Equatable {
        /// Rows of the outbox that were read.
        public let read: Int64
        /// People and competences that became due because rules or assessors changed; at least 1 if any review went on.
        public let reviewed: Int64
        /// People and competences whose evidence was weighed.
        public let weighed: Int64
        /// Awards that were made, proposed ones among them.
        public let awarded: Int64
        /// Awards that were withdrawn, because their evidence was voided or a rule looks back.
        public let withdrawn: Int64

        /// Whether there was nothing to do.
        public var isIdle: Bool { read == 0 && reviewed == 0 && weighed == 0 }
    }

    /// Does the next piece of work; exactly once, whatever crashes and whoever else works.
    public func findAwards() async throws -> Findings {
        let read = try await pool.withTransaction { db in
            try await db.one(Queries.awardingReadOutbox(rowsPerStep), as: Int64.self)
        }
        let reviewed = try await pool.withTransaction { db in
            try await db.one(Queries.awardingAdvanceReview(pairsPerStep), as: Int64.self)
        }
        let row = try await pool.withTransaction { db in
            try await db.one(Queries.awardingAwardDue(pairsPerStep), as: (Int64, Int64, Int64).self)
        }
        return Findings(read: read, reviewed: reviewed, weighed: row.0, awarded: row.1, withdrawn: row.2)
    }
}
