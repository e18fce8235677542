import CLibPQ

/// A query in single-row mode: every result holds one row, until the last, which holds none.
final class ResultStream {
    let statement: String?
    /// Whether the columns have been compared with the types that read them.
    var isChecked = false
    private let session: Session
    private var pending: PostgresResult?
    private var isFinished = false

    init(_ session: Session, statement: String?) {
        self.session = session
        self.statement = statement
    }

    /// Waits for the first result, so that what is wrong with the statement shows before its rows are asked for.
    func start() async throws(PostgresError) {
        session.isStreaming = true
        pending = try await read()
    }

    func next() async throws(PostgresError) -> PostgresResult? {
        // A consumer slower than the server never waits, which is where a cancellation would show.
        if !isFinished, session.isCancelled || Task.isCancelled { try await stop() }
        if let pending {
            self.pending = nil
            return pending
        }
        return try await read()
    }

    /// Has the query cancelled if it wasn't yet, and drops what has arrived.
    private func stop() async throws(PostgresError) {
        isFinished = true
        pending = nil
        if !session.isCancelled { try await session.cancelOnServer() }
        var failure = PostgresError.taskCancelled
        while let result = try await session.nextResult() {
            if result.status == PGRES_FATAL_ERROR { failure = session.error(result, statement: statement) }
        }
        throw failure
    }

    private func read() async throws(PostgresError) -> PostgresResult? {
        guard !isFinished else { return nil }
        guard let result = try await session.nextResult() else {
            isFinished = true
            return nil
        }
        if result.status == PGRES_SINGLE_TUPLE { return result }
        try await finish(session.error(unlessEnd: result, statement: statement))
        return nil
    }

    /// Reads up to the NULL after the last result.
    private func finish(_ failure: PostgresError?) async throws(PostgresError) {
        isFinished = true
        while try await session.nextResult() != nil {}
        if let failure { throw failure }
    }

    /// Ends the operation.
    ///
    /// What has arrived is dropped; if more would come, the query is cancelled first.
    func close() async {
        defer { session.end() }
        guard !isFinished, !session.isBroken else { return }
        isFinished = true
        do throws(PostgresError) {
            if try session.dropReceived() { return }
            try await session.cancelOnServer()
            while try await session.nextResult() != nil {}
        } catch {
            session.giveUp()
        }
    }
}

extension Session {
    /// Starts a query whose rows are read one by one; the operation ends with the stream's `close()`.
    func openStream(_ query: Query) async throws(PostgresError) -> ResultStream {
        try query.checkLimits()
        try begin("a stream")
        do throws(PostgresError) {
            do throws(PostgresError) {
                return try await startStream(query)
            } catch {
                guard error.isStaleStatement, !isBroken else { throw error }
                statements.isStale = true
                guard transactionStatus == .idle else { throw error }
                return try await startStream(query)
            }
        } catch {
            end()
            throw error
        }
    }

    private func startStream(_ query: Query) async throws(PostgresError) -> ResultStream {
        let name = try await prepare(query)
        guard send(query, as: name), unsafe PQsetSingleRowMode(link.connection) == 1 else {
            throw sendError(statement: query.name)
        }
        try await flush()
        let stream = ResultStream(self, statement: query.name)
        try await stream.start()
        return stream
    }

    /// The error of a result that should end a stream; nil when it does end it.
    func error(unlessEnd result: PostgresResult, statement: String?) -> PostgresError? {
        switch result.status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return nil
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            giveUp()
            return PostgresError(.protocolViolation, "COPY is run by copyIn and copyOut").named(statement)
        default: return error(result, statement: statement)
        }
    }

    /// Drops results that are here already; true when that was all.
    func dropReceived() throws(PostgresError) -> Bool {
        while unsafe PQisBusy(link.connection) == 0 {
            guard let result = unsafe PQgetResult(link.connection) else { return true }
            unsafe PQclear(result)
        }
        return false
    }
}
