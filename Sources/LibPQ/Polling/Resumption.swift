/// A suspended task, to be resumed once with a value; resuming it again does nothing.
final class Resumption<Value: Sendable>: Sendable {
    private struct State {
        var continuation: Continuation?
        var value: Value?
    }

    private let state = Locked(State())
    private let handshake = Handshake()

    /// Suspends the task; `body` hands the resumption to whoever will resume it, or resumes it itself.
    static func suspend(_ body: (Resumption<Value>) -> Void) async -> Value {
        let resumption = Resumption<Value>()
        await Continuation.suspend { continuation in
            resumption.state.withLock { $0.continuation = continuation }
            body(resumption)
        }
        resumption.handshake.receive()
        guard let value = resumption.state.withLock({ $0.value }) else {
            preconditionFailure("a continuation was resumed without a value")
        }
        return value
    }

    func resume(_ value: Value) {
        let continuation = state.withLock { state in
            guard let continuation = state.continuation else { return Continuation?.none }
            state.continuation = nil
            state.value = value
            return continuation
        }
        if let continuation { handshake.resume(continuation) }
    }
}

/// Makes the order of a resumption and what the task does next visible to ThreadSanitizer.
///
/// When a task is resumed before it has quite suspended, the sanitizer sees no order between the two. The lock is only
/// ever taken by the one who resumes and by the task that was resumed. It must not be the lock under which the
/// continuation is found: the runtime locks the task to resume it as well as to call its cancellation handler, and a
/// handler that waits for a lock held by a resumption would wait forever.
struct Handshake: Sendable {
    // Not `Void`: a state without size shares its address with what follows, which the sanitizer takes for a race.
    private let lock = Locked(false)

    func resume(_ continuation: Continuation) { lock.withLock { _ in continuation.resume() } }

    func receive() { lock.withLock { _ in } }
}

/// A continuation without the cost of a checked one.
///
/// Safe as used here: it is kept under a lock and taken out of it to be resumed, so that happens once.
@safe
struct Continuation: Sendable {
    private let continuation: UnsafeContinuation<Void, Never>

    static func suspend(_ body: (Continuation) -> Void) async {
        await unsafe withUnsafeContinuation { continuation in
            unsafe body(Continuation(continuation: continuation))
        }
    }

    func resume() { unsafe continuation.resume() }
}
