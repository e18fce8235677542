import CLibPQ
import Glibc

/// The one thread that waits for sockets and times, and does nothing but resume those who asked for them.
///
/// libpq itself runs in the task that holds the connection. Sockets are armed for one event at a time
/// (`EPOLLONESHOT`), so an idle connection costs nothing and no event is seen twice.
final class Poller: Sendable {
    private static let instance = Locked<Poller?>(nil)

    /// The process's poller, started when first needed.
    static func shared() throws(PostgresError) -> Poller {
        try instance.withLock { (existing: inout Poller?) throws(PostgresError) -> Poller in
            if let existing { return existing }
            let poller = try Poller()
            existing = poller
            return poller
        }
    }

    private struct State {
        var sockets: [UInt64: SocketWaiter] = [:]
        var lastToken: UInt64 = 0
        var deadlines = Deadlines()
    }

    private let epoll: Int32
    private let wakeup: Int32
    private let state = Locked(State())

    private init() throws(PostgresError) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        wakeup = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard epoll >= 0, wakeup >= 0, clibpq_epoll_add(epoll, wakeup, 0) == 0 else {
            let message = "the poller can't start: errno \(errno)"
            if epoll >= 0 { close(epoll) }
            if wakeup >= 0 { close(wakeup) }
            throw PostgresError(.connectionFailed, message)
        }
        try start()
    }

    private func start() throws(PostgresError) {
        var thread = pthread_t()
        // The thread lives as long as the process and keeps the poller alive.
        let context = unsafe Unmanaged.passRetained(self)
        let failure = unsafe pthread_create(
            &thread, nil,
            { context in
                guard let context = unsafe context else { return nil }
                // Signals are for the program's own threads.
                var signals = sigset_t()
                unsafe sigfillset(&signals)
                unsafe pthread_sigmask(SIG_SETMASK, &signals, nil)
                unsafe Unmanaged<Poller>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard failure == 0 else {
            unsafe context.release()
            throw PostgresError(.connectionFailed, "the poller's thread can't start: errno \(failure)")
        }
        pthread_detach(thread)
    }

    // MARK: Sockets

    func add(_ waiter: SocketWaiter) -> UInt64 {
        state.withLock { state in
            state.lastToken += 1
            state.sockets[state.lastToken] = waiter
            return state.lastToken
        }
    }

    func remove(_ token: UInt64, socket: Int32) {
        if socket >= 0 { clibpq_epoll_remove(epoll, socket) }
        _ = state.withLock { $0.sockets.removeValue(forKey: token) }
    }

    /// Asks for one event; returns an errno when the socket can't be watched.
    func arm(_ token: UInt64, socket: Int32, for interest: SocketWaiter.Interest) -> Int32 {
        clibpq_epoll_arm(epoll, socket, interest.rawValue, token)
    }

    /// How many sockets are registered.
    var socketCount: Int { state.withLock { $0.sockets.count } }

    // MARK: Times

    /// Runs a short action on the poller's thread at a time, and returns what cancels it.
    func schedule(at time: MonotonicTime, _ action: @escaping Deadlines.Action) -> UInt64 {
        let (id, isEarliest) = state.withLock { state in
            let earliest = state.deadlines.next
            let id = state.deadlines.add(time, action)
            return (id, earliest.map { time < $0 } ?? true)
        }
        if isEarliest { wake() }
        return id
    }

    func cancel(deadline id: UInt64) { state.withLock { $0.deadlines.cancel(id) } }

    private func wake() {
        var one: UInt64 = 1
        _ = unsafe write(wakeup, &one, 8)
    }

    // MARK: Thread

    private func run() {
        let capacity = 64
        unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { tokens in
            while true {
                let count = unsafe clibpq_epoll_wait(epoll, tokens.baseAddress, Int32(capacity), timeout())
                for index in 0..<Int(max(0, count)) { unsafe resume(tokens[index]) }
                for action in state.withLock({ $0.deadlines.due(at: .now) }) { action() }
            }
        }
    }

    private func timeout() -> Int32 {
        guard let next = state.withLock({ $0.deadlines.next }) else { return -1 }
        let remaining = next.nanoseconds - MonotonicTime.now.nanoseconds
        guard remaining > 0 else { return 0 }
        return Int32(min((remaining + 999_999) / 1_000_000, 60_000))
    }

    private func resume(_ token: UInt64) {
        guard token != 0 else {
            var drained: UInt64 = 0
            _ = unsafe read(wakeup, &drained, 8)
            return
        }
        state.withLock { $0.sockets[token] }?.resume(.ready)
    }
}
