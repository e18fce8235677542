extension ConnectionPool {
    /// Runs `body` in a transaction on a connection of the pool, and again when it lost against another one.
    ///
    /// Serialization failures (40001) and deadlocks (40P01) are tried again up to `retries` times, after a pause that
    /// grows and is random, so that rivals part; `body` must be fit to run several times. Other errors roll back and
    /// are thrown.
    ///
    /// ```swift
    /// try await pool.withTransaction(isolation: .serializable) { db in
    ///     let balance = try await db.one("SELECT sum(amount) FROM entry", as: Int.self)
    ///     try await db.execute("INSERT INTO total VALUES (\(balance))")
    /// }
    /// ```
    @discardableResult
    public func withTransaction<Result>(
        isolation: IsolationLevel? = nil, readOnly: Bool = false, deferrable: Bool = false, retries: Int = 5,
        _ body: (borrowing Connection) async throws -> Result
    ) async throws -> Result {
        var attempt = 0
        while true {
            do {
                return try await withConnection { db in
                    try await db.withTransaction(
                        isolation: isolation, readOnly: readOnly, deferrable: deferrable, body)
                }
            } catch let error as PostgresError where error.isRetryable && attempt < retries {
                attempt += 1
                try await backOff(attempt: attempt)
            }
        }
    }

    private func backOff(attempt: Int) async throws(PostgresError) {
        let limit = min(1_000_000, 5_000 << min(attempt, 10))
        let pause = Duration.microseconds(Int.random(in: limit / 2...limit))
        do { try await Task.sleep(for: pause) } catch { throw .taskCancelled }
    }
}
