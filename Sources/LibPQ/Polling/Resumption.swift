/// A suspended task's continuation, without the cost of a checked one.
///
/// Safe as used here: it is always kept under a lock and taken out of it to be resumed, so that happens once.
@safe
struct Resumption<Value: Sendable>: Sendable {
    private let continuation: UnsafeContinuation<Value, Never>

    static func suspend(_ body: (Resumption<Value>) -> Void) async -> Value {
        await unsafe withUnsafeContinuation { continuation in
            unsafe body(Resumption(continuation: continuation))
        }
    }

    func resume(_ value: Value) { unsafe continuation.resume(returning: value) }
}
