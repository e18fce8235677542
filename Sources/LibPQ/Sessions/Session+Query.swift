import CLibPQ

extension Session {
    /// Runs a query as a prepared statement and returns its result.
    func perform(_ query: Query, shielded: Bool = false) async throws(PostgresError) -> PostgresResult {
        try query.checkLimits()
        try begin("a query", shielded: shielded)
        defer { end() }
        do throws(PostgresError) {
            return try await performOnce(query)
        } catch {
            guard error.isStaleStatement, !isBroken else { throw error }
            // Nothing happened yet outside a transaction, so the statement may be prepared anew and run again;
            // within one, the transaction has failed and has to be run again as a whole.
            statements.isStale = true
            guard transactionStatus == .idle else { throw error }
            return try await performOnce(query)
        }
    }

    private func performOnce(_ query: Query) async throws(PostgresError) -> PostgresResult {
        let name = try await prepare(query)
        guard send(query, as: name) else { throw sendError(statement: query.name) }
        return try await collectResult(statement: query.name)
    }

    /// Sends parameters for a prepared statement; false when libpq refuses.
    func send(_ query: Query, as name: String) -> Bool {
        unsafe query.parameters.withPointers { count, values, lengths, formats in
            unsafe PQsendQueryPrepared(link.connection, name, Int32(count), values, lengths, formats, 1) == 1
        }
    }

    /// Reads to the end of the statement and returns its last result, or throws its first error.
    func collectResult(statement: String?) async throws(PostgresError) -> PostgresResult {
        try await flush()
        var last: PostgresResult?
        var failure: PostgresError?
        while let result = try await nextResult() {
            switch result.status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_SINGLE_TUPLE: last = result
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                failure = failure ?? PostgresError(.protocolViolation, "COPY is run by copyIn and copyOut")
                try await refuseCopy(result.status)
            default: failure = failure ?? error(result, statement: statement)
            }
        }
        if let failure { throw failure }
        guard let last else { throw sendError(statement: statement) }
        if last.forgetsStatements { statements.removeAll() }
        return last
    }

    private func refuseCopy(_ status: ExecStatusType) async throws(PostgresError) {
        if status == PGRES_COPY_OUT {
            try await skipCopyData()
        } else {
            _ = unsafe PQputCopyEnd(link.connection, "COPY was not expected here")
            try await flush()
        }
    }

    /// Reads and drops rows of a COPY TO STDOUT until its end.
    func skipCopyData() async throws(PostgresError) {
        while true {
            var row: UnsafeMutablePointer<CChar>?
            let length = unsafe PQgetCopyData(link.connection, &row, 1)
            if let row = unsafe row { unsafe PQfreemem(row) }
            if length < 0 { return }
            if length > 0 { continue }
            try await awaitInput()
            if unsafe PQconsumeInput(link.connection) == 0 { return }
        }
    }

    // MARK: Simple protocol

    /// Runs one or several statements by the simple protocol, within an operation that has begun.
    func runSimple(_ sql: String, statement: String? = nil) async throws(PostgresError) -> PostgresResult {
        try checkText(sql, name: statement)
        guard unsafe PQsendQuery(link.connection, sql) == 1 else { throw sendError(statement: statement) }
        return try await collectResult(statement: statement)
    }

    func performSimple(
        _ sql: String, statement: String? = nil, shielded: Bool = false
    ) async throws(PostgresError) -> PostgresResult {
        try begin("a script", shielded: shielded)
        defer { end() }
        return try await runSimple(sql, statement: statement)
    }
}
