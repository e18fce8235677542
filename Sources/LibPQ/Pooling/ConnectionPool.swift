public import ServiceLifecycle

/// A bounded set of connections that are lent first come, first served.
///
/// ```swift
/// let pool = ConnectionPool(ConnectionConfiguration("postgresql:///tessera"))
/// let count = try await pool.withConnection { db in
///     try await db.one("SELECT count(*) FROM statement", as: Int.self)
/// }
/// ```
///
/// Connections are opened when they are needed. Run the pool as a service (or call ``run()`` in a task) for it to close
/// what is idle or old, to keep its minimum open, and to drain on a graceful shutdown; without, call ``drain()``.
public final class ConnectionPool: Service, Sendable {
    /// What a waiting task gets.
    enum Handover: Sendable {
        case lease(Lease)
        case refused(PostgresError)
    }

    struct Lease: Sendable {
        let session: Session
        let grant: PoolStateMachine.Grant
    }

    struct State {
        var machine: PoolStateMachine
        var sessions: [PoolStateMachine.ConnectionID: Session] = [:]
        var waiting: [PoolStateMachine.WaiterID: Resumption<Handover>] = [:]
        /// Connects under way; they end by themselves or are cancelled when the pool drains.
        var connects: [PoolStateMachine.ConnectionID: Task<Void, Never>] = [:]
        var drained: [Resumption<Void>] = []
        var isDrained = false
        var timer: MonotonicTime?
    }

    let configuration: ConnectionConfiguration
    let options: PoolOptions
    let state: Locked<State>

    /// Makes a pool; nothing is opened yet.
    public init(_ configuration: ConnectionConfiguration, options: PoolOptions = PoolOptions()) {
        self.configuration = configuration
        self.options = options
        state = Locked(State(machine: PoolStateMachine(options: options)))
    }

    /// What the pool is doing and has done.
    public var statistics: PoolStatistics { state.withLock { $0.machine.statistics } }

    /// Lends a connection for the time of `body`.
    ///
    /// Waits at most ``PoolOptions/acquireTimeout``; then throws ``PostgresError/Code/acquireTimeout``, or
    /// ``PostgresError/Code/connectionFailed`` with the reason when the server can't be reached. A connection that
    /// comes back broken is closed, one in a transaction is rolled back.
    @discardableResult
    public func withConnection<Result>(
        _ body: (borrowing Connection) async throws -> Result
    ) async throws -> Result {
        let lease = try await acquire()
        let result: Result
        do {
            result = try await body(Connection(lease.session))
        } catch {
            await release(lease)
            throw error
        }
        await release(lease)
        return result
    }

    /// Keeps the pool until a graceful shutdown or the task's cancellation, then drains it.
    ///
    /// On a graceful shutdown leases and queued waiters are served to their end; a cancelled task doesn't wait.
    public func run() async throws {
        await cancelWhenGracefulShutdown { await self.maintain() }
        await drain()
    }

    private func maintain() async {
        let interval = min(.seconds(1), options.idleTimeout / 2)
        while !Task.isCancelled {
            apply { $0.maintain(at: .now) }
            do { try await Task.sleep(for: max(interval, .milliseconds(10))) } catch { return }
        }
    }

    /// Takes no new requests, serves the waiting ones, closes every connection as it comes back, and returns when
    /// the last is closed; a cancelled task refuses the waiting ones and returns at once.
    public func drain() async {
        apply { $0.drain(at: .now) }
        await withTaskCancellationHandler {
            await Resumption<Void>.suspend { resumption in
                let isDrained = state.withLock { state in
                    if !state.isDrained, !Task.isCancelled { state.drained.append(resumption) }
                    return state.isDrained || Task.isCancelled
                }
                if isDrained { resumption.resume(()) }
            }
        } onCancel: {
            let waiting = state.withLock { state in
                defer { state.drained.removeAll() }
                return state.drained
            }
            for resumption in waiting { resumption.resume(()) }
        }
        if Task.isCancelled { apply { $0.refuseWaiters() } }
    }
}
