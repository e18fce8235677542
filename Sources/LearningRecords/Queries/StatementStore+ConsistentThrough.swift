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
    /// What was once complete stays so. It is for writers, who are told it beside what they asked for and shall not wait:
    /// while one asks for a new moment the others are told the last.
    public func recentlyConsistentThrough() async throws -> LibPQ.Timestamp {
        if let moment = promise.recentOrBeingRenewed() { return moment }
        defer { promise.isRenewed() }
        return try await consistentThrough()
    }
}

/// The last moment through which readers were promised that everything can be read.
final class ConsistencyPromise: Sendable {
    private struct State {
        var moment: LibPQ.Timestamp?
        var made = ContinuousClock.now
        var isBeingRenewed = false
    }

    private let state = Mutex(State())

    /// The promise, if it was made within the last second or somebody is at renewing it.
    ///
    /// When there is none, the caller is the one to renew it, and to say when that is done.
    func recentOrBeingRenewed() -> LibPQ.Timestamp? {
        state.withLock { state in
            if let moment = state.moment, state.isBeingRenewed || state.made.duration(to: .now) < .seconds(1) {
                return moment
            }
            state.isBeingRenewed = true
            return nil
        }
    }

    /// Says that nobody is at renewing it, whether it was renewed or not.
    func isRenewed() {
        state.withLock { $0.isBeingRenewed = false }
    }

    func make(_ moment: LibPQ.Timestamp) {
        state.withLock { state in
            guard state.moment.map({ $0 < moment }) ?? true else { return }
            state.moment = moment
            state.made = .now
        }
    }
}
