/// How many connections a pool holds, and for how long.
public struct PoolOptions: Sendable {
    /// How many connections may be open at once.
    public var maximumConnections: Int
    /// How many are kept open even when idle; opened by ``ConnectionPool/run()``.
    public var minimumConnections: Int
    /// How long a task waits for a connection before it gets an error.
    public var acquireTimeout: Duration
    /// How many tasks may wait at once; the next one gets ``PostgresError/Code/tooManyWaiters``.
    public var maximumWaiters: Int
    /// After how long without use a connection above the minimum is closed.
    public var idleTimeout: Duration
    /// At what age a connection is closed once it is idle.
    ///
    /// Each one's is up to a tenth less, so that not all go at once.
    public var maximumLifetime: Duration
    /// A connection idle for longer is asked for a sign of life before it is lent.
    public var healthCheckAfter: Duration
    /// How long to wait after the first failed connect; the time doubles with each one more.
    public var initialBackoff: Duration
    /// The longest wait between two connects.
    public var maximumBackoff: Duration

    /// The defaults suit a service beside its database.
    public init(
        maximumConnections: Int = 10, minimumConnections: Int = 0, acquireTimeout: Duration = .seconds(10),
        maximumWaiters: Int = 10_000, idleTimeout: Duration = .seconds(300),
        maximumLifetime: Duration = .seconds(3600), healthCheckAfter: Duration = .seconds(30),
        initialBackoff: Duration = .milliseconds(100), maximumBackoff: Duration = .seconds(5)
    ) {
        self.maximumConnections = max(1, maximumConnections)
        self.minimumConnections = min(max(0, minimumConnections), self.maximumConnections)
        self.acquireTimeout = acquireTimeout
        self.maximumWaiters = maximumWaiters
        self.idleTimeout = idleTimeout
        self.maximumLifetime = maximumLifetime
        self.healthCheckAfter = healthCheckAfter
        self.initialBackoff = initialBackoff
        self.maximumBackoff = maximumBackoff
    }
}
