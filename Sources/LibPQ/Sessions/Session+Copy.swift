import CLibPQ

/// One message of a COPY TO STDOUT, which is one row; owns libpq's buffer.
@safe
final class CopyData {
    private let start: UnsafeMutablePointer<CChar>
    let count: Int

    init(adopting start: UnsafeMutablePointer<CChar>, count: Int) {
        unsafe self.start = start
        self.count = count
    }

    deinit { unsafe PQfreemem(start) }

    var bytes: [UInt8] { withSpan { $0.copied } }

    func withSpan<Result, Failure: Error>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let buffer = unsafe UnsafeRawBufferPointer(start: start, count: count)
        return try unsafe body(buffer.bytes)
    }
}

extension Session {
    /// Starts a COPY; the operation goes on until ``endCopyIn(failing:)`` or ``endCopyOut(isFinished:)``.
    func beginCopy(_ sql: String, expecting status: ExecStatusType) async throws(PostgresError) {
        try checkText(sql)
        try begin("a COPY")
        isStreaming = true
        do throws(PostgresError) {
            guard unsafe PQsendQuery(link.connection, sql) == 1 else { throw sendError() }
            try await flush()
            guard let result = try await nextResult() else { throw sendError() }
            if result.status == status { return }
            try await refuse(result)
        } catch {
            end()
            throw error
        }
    }

    /// Ends what was started by a statement that is no COPY of the right direction.
    private func refuse(_ first: PostgresResult) async throws(PostgresError) {
        var failure = PostgresError(.protocolViolation, "the statement is no COPY of this direction")
        var next: PostgresResult? = first
        while let result = next {
            switch result.status {
            case PGRES_COPY_OUT: try await skipCopyData()
            case PGRES_COPY_IN, PGRES_COPY_BOTH:
                _ = unsafe PQputCopyEnd(link.connection, "COPY in this direction was not expected")
                try await flush()
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: break
            default: if failure.code == .protocolViolation, result === first { failure = error(result) }
            }
            next = try await nextResult()
        }
        throw failure
    }

    // MARK: In

    /// Sends bytes and waits until the socket has taken them all.
    func sendCopyData(_ bytes: [UInt8]) async throws(PostgresError) {
        guard !isCancelled, !Task.isCancelled else { throw .taskCancelled }
        guard !isBroken else { throw PostgresError(.connectionLost, "the connection is lost") }
        guard bytes.count <= Int(Int32.max) else { throw PostgresError(.encoding, "the chunk is larger than 2 GB") }
        while true {
            let taken = unsafe bytes.withUnsafeBytes { buffer in
                unsafe PQputCopyData(
                    link.connection, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
            }
            guard taken >= 0 else { throw sendError() }
            try await flush()
            if taken == 1 { break }
        }
        if link.isBad { throw await lostError() }
        if isCancelled { throw .taskCancelled }
    }

    /// Ends the data, well or with a failure, and returns how many rows the server took.
    func endCopyIn(failing reason: String?) async throws(PostgresError) -> Int {
        defer { end() }
        guard !isBroken else { throw PostgresError(.connectionLost, "the connection is lost") }
        let reason = reason ?? (isCancelled ? "cancelled by the client" : nil)
        if reason != nil { shield() }
        let isSent =
            if let reason {
                unsafe PQputCopyEnd(link.connection, reason) >= 0
            } else {
                unsafe PQputCopyEnd(link.connection, nil) >= 0
            }
        guard isSent else { throw sendError() }
        return try await collectResult(statement: nil).affectedRows
    }

    /// What the server said before it hung up, or that it did.
    private func lostError() async -> PostgresError {
        do throws(PostgresError) {
            while let result = try await nextResult() {
                if result.status == PGRES_FATAL_ERROR { return error(result) }
            }
        } catch {
            return error
        }
        return sendError()
    }

    // MARK: Out

    /// The next message, or nil after the last, when the statement's outcome has been read too.
    func nextCopyData() async throws(PostgresError) -> CopyData? {
        // A reader slower than the server never waits, which is where a cancellation would show.
        if isCancelled || Task.isCancelled {
            if !isCancelled { try await cancelOnServer() }
            try await skipCopyData()
            _ = try await collectResult(statement: nil)
            throw .taskCancelled
        }
        while true {
            var row: UnsafeMutablePointer<CChar>?
            let length = unsafe PQgetCopyData(link.connection, &row, 1)
            if let row = unsafe row { return unsafe CopyData(adopting: row, count: Int(length)) }
            if length < 0 { break }
            try await awaitInput()
            if unsafe PQconsumeInput(link.connection) == 0 { break }
        }
        _ = try await collectResult(statement: nil)
        return nil
    }

    /// Ends the operation; a COPY whose end was not read is cancelled on the server.
    func endCopyOut(isFinished: Bool) async {
        defer { end() }
        guard !isFinished, !isBroken else { return }
        do throws(PostgresError) {
            try await cancelOnServer()
            try await skipCopyData()
            while try await nextResult() != nil {}
        } catch {
            giveUp()
        }
    }
}
