import CLibPQ

/// A connection to the server and what belongs to it; the task that holds the lease drives it.
///
/// An operation is bracketed by ``begin(_:shielded:)`` and ``end()``. Within it a cancelled task sends a cancel
/// request to the server, waits until that has arrived, and reads on to the operation's end; so the connection is
/// in step again, or given up, when the task goes on.
final class Session: @unchecked Sendable {
    // Sendable: used by one task at a time. The pool hands it from task to task under its lock, and `Connection`,
    // which lends it, can be neither copied nor sent.
    let link: Link
    let configuration: ConnectionConfiguration
    var statements: StatementCache
    private let cancelHandle: CancelHandle
    private var activity: String?
    private var isShielded = false
    private var deadline: MonotonicTime?
    /// Until when a cancelled operation may still end by itself.
    private var cancellationEnd: MonotonicTime?
    /// How often the end was put off since the server had answered, and only this process had come late to read it.
    private var delays = 0
    private static let mostDelays = 10
    private(set) var isCancelled = false
    /// The connection is lost or out of step, and is only good for closing.
    private(set) var isBroken = false
    /// Whether something of the answer has arrived.
    private var isAnswered = false
    /// How often the operation may still read what arrives without giving the thread away.
    private var readsInARow = 0
    /// Large enough for a page of statements, and little enough that a large result leaves the thread to others.
    private static let mostReadsInARow = 32
    /// A row-by-row operation, which may go on without end, and so waits before each read.
    var isStreaming = false

    init(_ link: Link, configuration: ConnectionConfiguration) throws(PostgresError) {
        self.link = link
        self.configuration = configuration
        statements = StatementCache(capacity: configuration.statementCacheCapacity)
        cancelHandle = try CancelHandle(link)
        guard unsafe PQsetnonblocking(link.connection, 1) == 0 else {
            throw PostgresError(.connectionFailed, link.message)
        }
    }

    // MARK: Operations

    /// Starts an operation.
    ///
    /// A shielded one ignores the task's cancellation but must end within the grace period.
    func begin(_ activity: String, shielded: Bool = false) throws(PostgresError) {
        if let running = self.activity {
            throw PostgresError(.connectionBusy, "the connection is in use by \(running)")
        }
        guard !isBroken, !link.isBad else {
            isBroken = true
            throw PostgresError(.connectionLost, "the connection is lost")
        }
        guard shielded || !Task.isCancelled else { throw .taskCancelled }
        self.activity = activity
        isShielded = shielded
        deadline = shielded ? .now + configuration.cancellationGrace : nil
        cancellationEnd = nil
        delays = 0
        isCancelled = false
        isAnswered = false
        readsInARow = Self.mostReadsInARow
        isStreaming = false
    }

    func end() {
        activity = nil
        if link.isBad { isBroken = true }
    }

    /// From here on the operation ignores cancellation and must end within the grace period.
    func shield() {
        isShielded = true
        if deadline == nil { deadline = .now + configuration.cancellationGrace }
    }

    func giveUp() { isBroken = true }

    /// Whether an operation is under way.
    var isBusy: Bool { activity != nil }

    enum TransactionStatus { case idle, active, open, failed, unknown }

    var transactionStatus: TransactionStatus {
        switch unsafe PQtransactionStatus(link.connection) {
        case PQTRANS_IDLE: .idle
        case PQTRANS_ACTIVE: .active
        case PQTRANS_INTRANS: .open
        case PQTRANS_INERROR: .failed
        default: .unknown
        }
    }

    /// Whether the server has hung up, or said something unasked, while nobody looked.
    var hasInput: Bool { clibpq_is_readable(link.socket) != 0 }

    // MARK: Waiting

    /// Waits for the socket.
    ///
    /// On cancellation the server is asked to end the query, and later waits are shielded.
    func pause(_ interest: SocketWaiter.Interest) async throws(PostgresError) {
        let socket = link.socket
        guard socket >= 0 else { return }
        switch await link.waiter.wait(on: socket, for: interest, shielded: isShielded, deadline: deadline) {
        case .ready: return
        case .cancelled: try await cancelOnServer()
        case .timedOut:
            if let cancellationEnd, .now < cancellationEnd { return try await cancelOnServer() }
            if hasInput, delays < Self.mostDelays { return putOffEnd() }
            giveUp()
            let message = "the server did not answer within \(configuration.cancellationGrace)"
            throw PostgresError(isCancelled ? .cancelled : .connectionLost, message)
        }
    }

    /// Gives an operation whose time is over, but not for the server's fault, half a second more.
    private func putOffEnd() {
        delays += 1
        let end = MonotonicTime.now + .milliseconds(500)
        if cancellationEnd != nil { cancellationEnd = end }
        deadline = end
    }

    /// Asks the server to end what it does, and returns once the request has arrived there.
    ///
    /// A server that has not yet begun with the query ignores the request; so it is asked again after a moment, until
    /// the query ends or the grace period does.
    func cancelOnServer() async throws(PostgresError) {
        isCancelled = isCancelled || Task.isCancelled
        shield()
        let end = cancellationEnd ?? .now + configuration.cancellationGrace
        cancellationEnd = end
        deadline = end
        let handle = cancelHandle
        guard case .finished(true) = try await Blocking.run(shielded: true, deadline: deadline, { handle.cancel() })
        else {
            giveUp()
            throw PostgresError(.cancelled, "the cancel request did not reach the server; the connection is given up")
        }
        // From now on it is the server's turn.
        deadline = min(end, .now + .milliseconds(200))
    }

    /// Waits until there is something to read.
    func awaitInput() async throws(PostgresError) {
        if hasInputSoon() {
            readsInARow -= 1
        } else {
            try await pause(.read)
            readsInARow = Self.mostReadsInARow
        }
        isAnswered = true
    }

    /// Whether there is something to read after a moment's wait, where one is worth it.
    ///
    /// The server sends large answers in pieces of 8 kB, one close behind the other: to wait for the next one here costs
    /// a fraction of what it costs to be woken for it. For the first one only the ``Vigil`` waits, which also stays awake
    /// between pieces. What a cancelled stream still brings is dropped as fast.
    private func hasInputSoon() -> Bool {
        guard readsInARow > 0, !isStreaming || isCancelled else { return false }
        let isVigil = Vigil.begin()
        defer { if isVigil { Vigil.end() } }
        return isAnswered ? isVigil && link.isReadableAtOnce || link.isReadableSoon : isVigil && link.isReadableSoon
    }

    /// Sends what libpq has buffered.
    ///
    /// Failures to write show when the answer is read.
    func flush() async throws(PostgresError) {
        while unsafe PQflush(link.connection) == 1 {
            try await pause([.read, .write])
            if unsafe PQconsumeInput(link.connection) == 0 { return }
        }
    }

    /// The next result, or nil when the statement has no more.
    func nextResult() async throws(PostgresError) -> PostgresResult? {
        while unsafe PQisBusy(link.connection) == 1 {
            try await awaitInput()
            // After a failed read PQgetResult doesn't wait: it tells what was received, then the failure.
            if unsafe PQconsumeInput(link.connection) == 0 { break }
        }
        guard let result = unsafe PQgetResult(link.connection) else { return nil }
        return unsafe PostgresResult(adopting: result)
    }

    // MARK: Errors

    /// The error of a result, told apart by what became of the connection and of the task.
    func error(_ result: PostgresResult, statement: String? = nil) -> PostgresError {
        var error = result.error().named(statement)
        if link.isBad || error.severity == "FATAL" || error.severity == "PANIC" {
            giveUp()
            error = error.with(code: .connectionLost)
        } else if isCancelled, error.sqlState == .queryCanceled {
            error = error.with(code: .cancelled)
        }
        return error
    }

    /// The error of a libpq call that refused to send.
    func sendError(statement: String? = nil) -> PostgresError {
        if link.isBad { giveUp() }
        return PostgresError(link.isBad ? .connectionLost : .protocolViolation, link.message).named(statement)
    }
}
