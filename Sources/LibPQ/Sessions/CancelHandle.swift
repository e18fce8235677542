import CLibPQ

/// What is needed to ask the server to end a query, kept apart from the connection so that another thread may use it.
@safe
final class CancelHandle: @unchecked Sendable {
    // Sendable: PQcancel is documented as safe from any thread; the handle never changes.
    private let handle: OpaquePointer

    init(_ link: Link) throws(PostgresError) {
        guard let handle = unsafe PQgetCancel(link.connection) else {
            throw PostgresError(.connectionFailed, "libpq is out of memory")
        }
        unsafe self.handle = handle
    }

    deinit { unsafe PQfreeCancel(handle) }

    /// Sends the request and waits until the server has signalled the backend: a cancel that comes later can't happen,
    /// as the backend ignores a signal that reaches it between two queries.
    ///
    /// Blocks.
    func cancel() -> Bool {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            unsafe PQcancel(handle, message.baseAddress, 256) == 1
        }
    }
}
