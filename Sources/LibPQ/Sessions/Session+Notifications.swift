import CLibPQ

extension Session {
    enum Listening { case received, cancelled, lost }

    /// A notification that has arrived.
    func takeNotification() -> Notification? {
        guard let message = unsafe PQnotifies(link.connection) else { return nil }
        defer { unsafe PQfreemem(message) }
        return unsafe Notification(
            channel: message.pointee.relname.map { unsafe String(cString: $0) } ?? "",
            payload: message.pointee.extra.map { unsafe String(cString: $0) } ?? "",
            processID: message.pointee.be_pid, origin: .notify)
    }

    /// Drops notifications that nobody reads.
    func dropNotifications() {
        while let message = unsafe PQnotifies(link.connection) { unsafe PQfreemem(message) }
    }

    /// Waits for the server to say something; after a long silence asks whether it is still there.
    func waitForNotification(within silence: Duration) async -> Listening {
        let socket = link.socket
        guard socket >= 0 else { return .lost }
        switch await link.waiter.wait(on: socket, for: .read, deadline: .now + silence) {
        case .cancelled: return .cancelled
        case .timedOut: return await isAlive() ? .received : .lost
        case .ready: return unsafe PQconsumeInput(link.connection) == 1 ? .received : .lost
        }
    }
}
