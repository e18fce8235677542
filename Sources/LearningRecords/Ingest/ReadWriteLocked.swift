internal import Glibc

/// A value that many read at once and one at a time changes.
///
/// `Mutex` would let only one read, and whoever meets another at it pays for two calls of the kernel.
@safe
final class ReadWriteLocked<Value: Sendable>: @unchecked Sendable {
    // Safe to share: the value is touched only while the lock is held, for reading or alone; the lock has an address of
    // its own, which lives as long as this object.
    private let lock: UnsafeMutablePointer<pthread_rwlock_t>
    private var value: Value

    init(_ value: Value) {
        self.value = value
        unsafe lock = .allocate(capacity: 1)
        let status = unsafe pthread_rwlock_init(lock, nil)
        precondition(status == 0, "pthread_rwlock_init: \(status)")
    }

    deinit {
        unsafe pthread_rwlock_destroy(lock)
        unsafe lock.deallocate()
    }

    /// Reads the value, beside others who read.
    func read<Result>(_ body: (Value) throws -> Result) rethrows -> Result {
        unsafe pthread_rwlock_rdlock(lock)
        defer { unsafe pthread_rwlock_unlock(lock) }
        return try body(value)
    }

    /// Changes the value; nobody else reads or changes it meanwhile.
    func write<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        unsafe pthread_rwlock_wrlock(lock)
        defer { unsafe pthread_rwlock_unlock(lock) }
        return try body(&value)
    }
}
