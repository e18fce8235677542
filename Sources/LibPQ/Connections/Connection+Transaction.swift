extension Connection {
    /// Runs `body` in a transaction: commits when it returns, rolls back when it throws.
    ///
    /// Nothing is tried again; ``ConnectionPool/withTransaction(isolation:readOnly:deferrable:retries:_:)`` does that. Within a
    /// transaction use ``withSavepoint(_:)``. A commit that the server turns into a rollback, because `body` went on
    /// after a failed statement, throws ``PostgresError/Code/transactionAborted``. When the connection is lost during
    /// the commit, nobody knows whether it happened.
    @discardableResult
    public borrowing func withTransaction<Result>(
        isolation: IsolationLevel? = nil, readOnly: Bool = false, deferrable: Bool = false,
        _ body: (borrowing Connection) async throws -> Result
    ) async throws -> Result {
        guard !isInTransaction else {
            throw PostgresError(.protocolViolation, "a transaction is open already; use withSavepoint")
        }
        var begin = "BEGIN"
        if let isolation { begin += " ISOLATION LEVEL \(isolation.rawValue)" }
        if readOnly { begin += " READ ONLY" }
        if deferrable { begin += " DEFERRABLE" }
        let result: Result
        do {
            _ = try await session.performSimple(begin)
            result = try await body(self)
        } catch {
            await session.rollBack()
            throw error
        }
        try await session.commit()
        return result
    }

    /// Runs `body` within a savepoint: when it throws, only what it did is undone.
    ///
    /// The transaction can go on after the error was caught.
    @discardableResult
    public borrowing func withSavepoint<Result>(
        _ body: (borrowing Connection) async throws -> Result
    ) async throws -> Result {
        guard isInTransaction else {
            throw PostgresError(.protocolViolation, "a savepoint needs a transaction")
        }
        // Of savepoints with the same name the innermost counts, so one name serves every depth.
        _ = try await session.performSimple("SAVEPOINT libpq")
        let result: Result
        do {
            result = try await body(self)
        } catch {
            await session.rollBackToSavepoint()
            throw error
        }
        do {
            _ = try await session.performSimple("RELEASE SAVEPOINT libpq")
        } catch {
            await session.rollBackToSavepoint()
            throw error
        }
        return result
    }
}
