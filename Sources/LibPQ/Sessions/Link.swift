import CLibPQ
import Glibc

/// One `PGconn` with its place at the poller; closes both when the last reference goes.
@safe
final class Link: @unchecked Sendable {
    // Sendable: used by one task at a time, the one that connects or that holds the lease.
    let connection: OpaquePointer
    let waiter: SocketWaiter

    init?(adopting connection: OpaquePointer?, waiter: SocketWaiter) {
        guard let connection = unsafe connection else {
            waiter.remove(socket: -1)
            return nil
        }
        unsafe self.connection = connection
        self.waiter = waiter
    }

    deinit {
        // The poller first: once closed, the socket's number may belong to someone else.
        unsafe waiter.remove(socket: PQsocket(connection))
        unsafe PQfinish(connection)
    }

    var socket: Int32 { unsafe PQsocket(connection) }

    var isBad: Bool { unsafe PQstatus(connection) == CONNECTION_BAD }

    /// Whether there is something to read within a tenth of a millisecond, for which the thread stays awake; it gives way
    /// to any that has work.
    var isReadableAtOnce: Bool {
        let end = MonotonicTime.now + .microseconds(100)
        repeat {
            if clibpq_is_readable(socket) != 0 { return true }
            sched_yield()
        } while .now < end
        return false
    }

    /// Whether there is something to read within a millisecond, for which the thread waits.
    var isReadableSoon: Bool {
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&entry, 1, 1) > 0
    }

    /// libpq's last message about this connection.
    var message: String {
        guard let text = unsafe PQerrorMessage(connection) else { return "no message" }
        return unsafe trimmed(String(cString: text))
    }
}

/// The text without the line end that libpq puts after its messages.
func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
}
