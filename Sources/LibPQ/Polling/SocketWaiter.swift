import CLibPQ

/// One socket's place with the poller: at most one task waits on it at a time.
final class SocketWaiter: Sendable {
    /// What to wait for.
    struct Interest: OptionSet {
        let rawValue: UInt32

        static let read = Interest(rawValue: EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
        static let write = Interest(rawValue: EPOLLOUT.rawValue)
    }

    /// Why a wait ended.
    ///
    /// `ready` may be spurious; libpq is asked anyway.
    enum Outcome: Sendable { case ready, cancelled, timedOut }

    private struct State {
        var continuation: Continuation?
        var outcome = Outcome.ready
        var token: UInt64 = 0
    }

    private let poller: Poller
    private let state = Locked(State())
    private let handshake = Handshake()

    init() throws(PostgresError) {
        poller = try Poller.shared()
        let token = poller.add(self)
        state.withLock { $0.token = token }
    }

    /// Takes the socket from the poller; to be called before it is closed.
    func remove(socket: Int32) {
        poller.remove(state.withLock { $0.token }, socket: socket)
        resume(.ready)
    }

    /// Ends the wait, if there is one.
    func resume(_ outcome: Outcome) {
        let continuation = state.withLock { state in
            guard let continuation = state.continuation else { return Continuation?.none }
            state.continuation = nil
            state.outcome = outcome
            return continuation
        }
        if let continuation { handshake.resume(continuation) }
    }

    /// Waits until the socket is ready, the task is cancelled (unless shielded) or the deadline passes.
    func wait(
        on socket: Int32, for interest: Interest, shielded: Bool = false, deadline: MonotonicTime? = nil
    ) async -> Outcome {
        let timer = deadline.map { poller.schedule(at: $0) { [weak self] in self?.resume(.timedOut) } }
        defer { if let timer { poller.cancel(deadline: timer) } }
        let outcome =
            if shielded {
                await suspend(on: socket, for: interest, shielded: true, deadline: deadline)
            } else {
                await withTaskCancellationHandler {
                    await suspend(on: socket, for: interest, shielded: false, deadline: deadline)
                } onCancel: {
                    resume(.cancelled)
                }
            }
        // What an earlier wait left under way may end this one, which is then no worse than a spurious event.
        switch outcome {
        case .timedOut: return deadline.map { $0 <= .now } ?? false ? .timedOut : .ready
        case .cancelled: return shielded ? .ready : .cancelled
        case .ready: return .ready
        }
    }

    private func suspend(
        on socket: Int32, for interest: Interest, shielded: Bool, deadline: MonotonicTime?
    ) async -> Outcome {
        await Continuation.suspend { continuation in
            // Armed under the lock, since whoever resumes takes it: a late arm could replace that of the next wait.
            let isArmed = state.withLock { state in
                state.continuation = continuation
                return poller.arm(state.token, socket: socket, for: interest) == 0
            }
            if !isArmed { return resume(.ready) }
            // Whoever ended the wait before the continuation was in its place is seen here.
            if !shielded, Task.isCancelled { return resume(.cancelled) }
            if let deadline, deadline <= .now { resume(.timedOut) }
        }
        handshake.receive()
        return state.withLock { $0.outcome }
    }
}
