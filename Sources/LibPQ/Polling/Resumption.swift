/// A suspended task, to be resumed once with a value; resuming it again does nothing.
///
/// The resumption happens under a lock which the task takes when it goes on. The runtime needs no such thing, but when
/// a task is resumed before it has quite suspended, ThreadSanitizer sees no other order between the two.
final class Resumption<Value: Sendable>: Sendable {
    private struct State {
        var continuation: Continuation?
        var value: Value?
    }

    private let state = Locked(State())

    /// Suspends the task; `body` hands the resumption to whoever will resume it, or resumes it itself.
    static func suspend(_ body: (Resumption<Value>) -> Void) async -> Value {
        let resumption = Resumption<Value>()
        await Continuation.suspend { continuation in
            resumption.state.withLock { $0.continuation = continuation }
            body(resumption)
        }
        guard let value = resumption.state.withLock({ $0.value }) else {
            preconditionFailure("a continuation was resumed without a value")
        }
        return value
    }

    func resume(_ value: Value) {
        state.withLock { state in
            guard let continuation = state.continuation else { return }
            state.continuation = nil
            state.value = value
            continuation.resume()
        }
    }
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
