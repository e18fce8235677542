/// The place of the one thread that may wait for a server's answer itself.
///
/// A task that gives its thread away meanwhile is resumed by way of the poller: two threads are woken one after the other,
/// which is much of what a short query takes. But a thread that waits is one fewer for all others. So there is one at a
/// time in the process, and for a millisecond at most.
enum Vigil {
    private static let isKept = Locked(false)

    /// Takes the place if it is free; who has it ``end()``s it without suspending in between.
    static func begin() -> Bool {
        isKept.withLock { isKept in
            defer { isKept = true }
            return !isKept
        }
    }

    static func end() { isKept.withLock { $0 = false } }
}
