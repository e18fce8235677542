public import LibPQ
internal import Schema
internal import Synchronization

extension StatementStore {
    /// The moment through which whatever is read from now on is complete (xAPI 2.0 §4.1.3.3).
    ///
    /// No statement that is still being committed, by any process, has this time of storing or an earlier one. A reader
    /// that asks next for what was stored since this moment misses nothing.
    public func consistentThrough() async throws -> LibPQ.Timestamp {
        let asked = ContinuousClock.now
        let known = promise.last
        let moment = try await pool.withConnection { db in
            try await db.one(Queries.learningRecordsConsistentThrough(), as: LibPQ.Timestamp.self)
        }
        return promise.make(moment, asked: asked, known: known)
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

    /// The moment that ``recentlyConsistentThrough()`` would give without asking the database; nil when it would ask.
    public var lastConsistentThrough: LibPQ.Timestamp? { promise.recent }

    /// Reads in one round trip, and tells the moment through which what is read is complete.
    ///
    /// The moment is asked for first: what is committed in between is only more than is promised. Readers that follow
    /// each other within a tenth of a second are told the same moment, unless something was stored here meanwhile.
    func consistently<Value>(
        _ read: (Pipeline) -> PipelineResult<Value>
    ) async throws -> (value: Value, through: LibPQ.Timestamp) {
        let asked = ContinuousClock.now
        if let through = promise.fresh(at: asked) {
            let value = try await pool.withConnection { db in try await db.pipeline { read($0) }.get() }
            return (value, through)
        }
        let known = promise.last
        let (value, through) = try await pool.withConnection { db in
            try await db.pipeline { pipeline in
                let through = pipeline.rows(Queries.learningRecordsConsistentThrough(), as: LibPQ.Timestamp.self)
                let value = read(pipeline)
                return { (try value.get(), try through.get()[0]) }
            }()
        }
        return (value, promise.make(through, asked: asked, known: known))
    }
}

/// The last moment through which readers were promised that everything can be read.
final class ConsistencyPromise: Sendable {
    private struct State {
        var moment: LibPQ.Timestamp?
        /// When the moment was asked for.
        var asked = ContinuousClock.now
        var isBeingRenewed = false
        /// When this process has last stored something.
        var stored: ContinuousClock.Instant?
    }

    private let state = Mutex(State())

    /// The promise, if it was made within the last tenth of a second and nothing was stored since.
    func fresh(at now: ContinuousClock.Instant) -> LibPQ.Timestamp? {
        state.withLock { state in
            guard let moment = state.moment, state.asked.duration(to: now) < .milliseconds(100),
                state.stored.map({ $0 < state.asked }) ?? true
            else { return nil }
            return moment
        }
    }

    /// The promise, if it was made within the last second or somebody is at renewing it.
    ///
    /// When there is none, the caller is the one to renew it, and to say when that is done.
    func recentOrBeingRenewed() -> LibPQ.Timestamp? {
        state.withLock { state in
            if let moment = state.moment, state.isBeingRenewed || state.asked.duration(to: .now) < .seconds(1) {
                return moment
            }
            state.isBeingRenewed = true
            return nil
        }
    }

    /// The promise, if it was made within the last second.
    var recent: LibPQ.Timestamp? {
        state.withLock { $0.asked.duration(to: .now) < .seconds(1) ? $0.moment : nil }
    }

    /// Says that nobody is at renewing it, whether it was renewed or not.
    func isRenewed() {
        state.withLock { $0.isBeingRenewed = false }
    }

    /// Says that something was stored, which readers from now on want to know to be complete.
    func isOutrun() {
        state.withLock { $0.stored = .now }
    }

    /// The last promise.
    var last: LibPQ.Timestamp? { state.withLock { $0.moment } }

    /// Keeps a moment that the database told, and gives the one to promise: what was known before the database was
    /// asked, if that is later.
    ///
    /// Who announces may look at the clock, and be seen to have done so only after a later moment was told. That moment
    /// holds nevertheless, and a reader who went back would be served again what it has. By more than ten seconds goes
    /// back only the clock itself.
    func make(
        _ moment: LibPQ.Timestamp, asked: ContinuousClock.Instant, known: LibPQ.Timestamp?
    ) -> LibPQ.Timestamp {
        var told = moment
        if let known, known > moment, known.microseconds - moment.microseconds < 10_000_000 { told = known }
        state.withLock { state in
            guard state.moment.map({ $0 <= told }) ?? true else { return }
            state.moment = told
            state.asked = asked
        }
        return told
    }
}
