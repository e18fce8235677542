public import LibPQ

/// The learning record store: statements in, statements out.
///
/// Statements come in through one ``StatementWriter``, which merges concurrent requests; they go out by id or as
/// pages of a ``StatementFilter``.
public struct StatementStore: Sendable {
    let pool: ConnectionPool
    let writer: StatementWriter
    let promise = ConsistencyPromise()

    /// A store in the database of a pool.
    public init(pool: ConnectionPool, limits: IngestLimits = IngestLimits()) {
        self.pool = pool
        self.writer = StatementWriter(pool: pool, limits: limits)
    }

    /// Stores the statements of one request: all of them, or none.
    ///
    /// Returns once they are committed. Statements that are there already with the same content count as stored.
    /// - Parameter definesActivities: Whether what they say of activities adds to the activities' definitions, which is
    ///   for those who may `define` (xAPI 2.0 §4.1.7.1); the statements themselves keep what they say either way.
    /// - Throws: ``LearningRecordError``.
    public func store(
        _ statements: [IncomingStatement], authority: Authority, definesActivities: Bool = true
    ) async throws {
        try await writer.store(
            IngestRequest(statements: statements, authority: authority, definesActivities: definesActivities))
        promise.isOutrun()
    }

    /// Stores the statements of one request as ``store(_:authority:definesActivities:)`` does, and answers when that is
    /// done, on any thread: for those who have no task to wait in.
    public func store(
        _ statements: [IncomingStatement], authority: Authority, definesActivities: Bool = true,
        answer: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) {
        let request = IngestRequest(
            statements: statements, authority: authority, definesActivities: definesActivities)
        writer.store(request) { outcome in
            if case .success = outcome { promise.isOutrun() }
            answer(outcome.map { _ in })
        }
    }

    /// Counters of the writer, for metrics.
    public var ingestStatistics: IngestStatistics { writer.statistics }
}
