/// What a pool is doing and has done, for metrics.
public struct PoolStatistics: Sendable, Equatable {
    /// Connections being opened.
    public var opening = 0
    /// Open connections that nobody uses.
    public var idle = 0
    /// Connections that are lent.
    public var leased = 0
    /// Tasks that wait for a connection.
    public var waiting = 0
    /// Leases given.
    public var acquired = 0
    /// Connections opened.
    public var opened = 0
    /// Connections closed.
    public var closed = 0
    /// Connects that failed.
    public var failedConnects = 0
    /// Tasks that waited in vain.
    public var timeouts = 0
    /// Tasks that were refused because too many waited.
    public var refused = 0
    /// Tasks that were cancelled while they waited.
    public var cancelled = 0
    /// Idle connections found dead before they were lent.
    public var failedHealthChecks = 0

    /// An account of nothing.
    public init() {}
}
