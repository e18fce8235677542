public import LibPQ
internal import Schema

extension StatementStore {
    /// The moment through which whatever is read from now on is complete (xAPI 2.0 §4.1.3.3).
    ///
    /// No statement that is still being committed, by any process, has this time of storing or an earlier one. A reader
    /// that asks next for what was stored since this moment misses nothing.
    public func consistentThrough() async throws -> LibPQ.Timestamp {
        try await pool.withConnection { db in
            try await db.one(Queries.learningRecordsConsistentThrough(), as: LibPQ.Timestamp.self)
        }
    }
}
