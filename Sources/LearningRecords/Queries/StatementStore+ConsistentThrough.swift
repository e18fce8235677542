public import LibPQ
internal import Schema
internal import Synchronization

extension StatementStore {
    /// The moment through which whatever is read from now on is complete (xAPI 2.0 §4.1.3.3).
    ///
    /// No statement that is still being committed, by any process, has this time of storing or an earlier one. A reader
    /// that asks next for what was stored since this moment misses nothing.
    public func consistentThrough() async throws -> LibPQ.Timestamp {
        let moment = try await pool.withConnection { db in
            try await db.one(Queries.learningRecordsConsistentThrough(), as: LibPQ.Timestamp.self)
        }
        promise.make(moment)
        return moment
    }

    /// A moment as ``consistentThrough()`` gives it, which may have been given a second ago.
    ///
    /// What was once complete stays so. It is for writers, who are told it beside what they asked for and shall not wait.
    public func recentlyConsistentThrough() async throws -> LibPQ.Timestamp {
        if let moment = promise.recent { return moment }
        return try await consistentThrough()
    }
}

/// The last moment through which readers were promised that everything can be read.
final class ConsistencyPromise: Sendable {
    private let last = Mutex<(moment: LibPQ.Timestamp, made: ContinuousClock.Instant)?>(nil)

    /// The promise, if it was made within the last second.
    var recent: LibPQ.Timestamp? {
        last.withLock { $0 }.flatMap { $0.made.duration(to: .now) < .seconds(1) ? $0.moment : nil }
    }

    func make(_ moment: LibPQ.Timestamp) {
        last.withLock { last in
            if last.map({ $0.moment < moment }) ?? true { last = (moment, .now) }
        }
    }
}
