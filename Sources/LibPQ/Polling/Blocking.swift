import Dispatch

/// Runs C calls that block (name lookup, TLS handshakes, PQcancel) away from the cooperative threads.
enum Blocking {
    enum Outcome<Value: Sendable>: Sendable {
        case finished(Value)
        case cancelled
        case timedOut
    }

    /// Runs `body` on a thread of its own and waits for it, but not beyond cancellation (unless shielded) or the
    /// deadline: then `body` is left to finish alone and its value is dropped.
    static func run<Value: Sendable>(
        shielded: Bool = false, deadline: MonotonicTime? = nil, _ body: @escaping @Sendable () -> Value
    ) async throws(PostgresError) -> Outcome<Value> {
        let poller = try Poller.shared()
        let waiting = Locked<Resumption<Outcome<Value>>?>(nil)
        let finish: @Sendable (Outcome<Value>) -> Void = { outcome in waiting.withLock { $0 }?.resume(outcome) }
        let timer = deadline.map { poller.schedule(at: $0) { finish(.timedOut) } }
        defer { if let timer { poller.cancel(deadline: timer) } }
        return await withTaskCancellationHandler {
            await Resumption.suspend { continuation in
                waiting.withLock { $0 = continuation }
                if !shielded, Task.isCancelled { return finish(.cancelled) }
                if let deadline, deadline <= .now { return finish(.timedOut) }
                // A serial queue of its own gets a thread at once. Those of a concurrent queue are as few as there are
                // processors, and a cancel must not wait behind the work that it is to end.
                DispatchQueue(label: "libpq.blocking").async { finish(.finished(body())) }
            }
        } onCancel: {
            if !shielded { finish(.cancelled) }
        }
    }
}
