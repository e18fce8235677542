public import LibPQ
internal import Schema

/// Keeps the rows that the views of schema `evaluation` stand on: what each actor's statements come to, and sums of it.
///
/// A piece of the work is one transaction, together with the place up to which statements and outbox have been looked
/// at: a crash neither loses nor repeats anything. Any number of processes may do pieces; one at a time works.
///
///     let rollups = Rollups(pool: pool)
///     try await rollups.catchUp()
public struct Rollups: Sendable {
    let pool: ConnectionPool
    let statementsPerStep: Int32

    /// Keeps the rows in the database of a pool.
    ///
    /// - Parameters:
    ///   - statementsPerStep: How many new statements, and as many entries of the outbox, a piece looks at.
    public init(pool: ConnectionPool, statementsPerStep: Int32 = 1000) {
        self.pool = pool
        self.statementsPerStep = statementsPerStep
    }

    /// What one piece of work did.
    public struct Progress: Sendable, Equatable {
        /// New statements that were looked at; all there are, when making the rows anew began.
        public let statements: Int64
        /// Entries of the outbox, and people whose rows were to be made anew.
        public let others: Int64
        /// Whether ingest comes first for now: many statements come in, and the rows are not far behind.
        public let givesWay: Bool

        /// Whether there was nothing to do: all is up to date, or another process is at work.
        public var isIdle: Bool { statements == 0 && others == 0 }
    }

    /// Does the next piece of work.
    @discardableResult
    public func refresh() async throws -> Progress {
        let row = try await pool.withTransaction { db in
            try await db.one(Queries.evaluationRefreshRollups(statementsPerStep), as: (Int64, Int64, Bool).self)
        }
        return Progress(statements: row.0, others: row.1, givesWay: row.2)
    }

    /// Empties the rows and queues all to be made anew, by ``refresh()``; gives of how many statements.
    public func beginRebuild() async throws -> Int64 {
        try await pool.withTransaction { db in
            try await db.one(Queries.evaluationRebuildRollups(), as: Int64.self)
        }
    }

    /// Works until all is in that was there when this was called, whoever else works on it.
    ///
    /// - Parameter didTakeIn: Hears after each piece how many statements were new.
    /// - Returns: Through when the rows are complete then, in UTC.
    @discardableResult
    public func catchUp(didTakeIn: (Int64) -> Void = { _ in }) async throws -> String {
        let moment = try await pool.withConnection { db in
            try await db.one(Queries.evaluationMoment(), as: String.self)
        }
        while true {
            let progress = try await refresh()
            didTakeIn(progress.statements)
            guard progress.isIdle else { continue }
            let (through, isReached) = try await pool.withConnection { db in
                try await db.one(Queries.evaluationRollupsThrough(moment), as: (String, Bool).self)
            }
            if isReached { return through }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
