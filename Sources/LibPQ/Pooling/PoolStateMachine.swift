/// The pool's decisions, without I/O, clock or lock: what happened goes in, what is to be done comes out.
struct PoolStateMachine {
    typealias ConnectionID = Int
    typealias WaiterID = WaiterQueue.ID

    struct Grant: Equatable {
        let connection: ConnectionID
        /// The connection was idle for so long that it should be asked for a sign of life.
        let needsCheck: Bool
    }

    enum Refusal: Error {
        case closed, tooManyWaiters, timedOut, cancelled
        case unreachable(PostgresError)
    }

    /// What the pool has to do after an event.
    struct Effects {
        var grants: [(waiter: WaiterID, grant: Grant)] = []
        var refusals: [(waiter: WaiterID, reason: Refusal)] = []
        /// Connections to be opened, not before a time if there is one.
        var opens: [(connection: ConnectionID, notBefore: MonotonicTime?)] = []
        var closes: [ConnectionID] = []
        /// Attempts to connect that are no longer needed.
        var abandons: [ConnectionID] = []
        /// Nothing is open and nobody waits, and it will stay so.
        var isDrained = false
    }

    private enum Slot {
        case opening
        case idle(since: MonotonicTime)
        case leased
    }

    private struct Entry {
        var slot: Slot
        var expiry: MonotonicTime
    }

    private enum Phase { case running, draining }

    let options: PoolOptions
    private var phase = Phase.running
    private var entries: [ConnectionID: Entry] = [:]
    /// The idle ones; the last is the one used last, and the next to be lent, so that the others can time out.
    private var idle: [ConnectionID] = []
    private var openingCount = 0
    private var queue = WaiterQueue()
    private var lastConnection: ConnectionID = 0
    private var lastWaiter: WaiterID = 0
    private var failures = 0
    private var lastFailure: PostgresError?
    private var counters = PoolStatistics()

    init(options: PoolOptions) { self.options = options }

    var statistics: PoolStatistics {
        var statistics = counters
        statistics.opening = openingCount
        statistics.idle = idle.count
        statistics.leased = entries.count - openingCount - idle.count
        statistics.waiting = queue.count
        return statistics
    }

    /// When the next waiter gives up.
    mutating func nextDeadline() -> MonotonicTime? { queue.nextDeadline() }

    mutating func makeWaiterID() -> WaiterID {
        lastWaiter += 1
        return lastWaiter
    }

    // MARK: Leases

    /// Lends an idle connection at once, if there is one and nobody waits before.
    mutating func acquireIdle(at now: MonotonicTime) -> Grant? {
        guard phase == .running, queue.isEmpty, let connection = idle.popLast() else { return nil }
        return grant(connection, at: now)
    }

    /// Queues a waiter.
    ///
    /// One whose connection turned out to be dead returns to the head of the queue.
    mutating func acquire(
        _ waiter: WaiterID, deadline: MonotonicTime, isReturning: Bool = false, at now: MonotonicTime
    ) -> Effects {
        var effects = Effects()
        guard phase == .running || isReturning else {
            effects.refusals.append((waiter, .closed))
            return effects
        }
        queue.append(waiter, deadline: deadline, isReturning: isReturning)
        serve(at: now, &effects)
        if !isReturning, effects.grants.isEmpty, queue.count > options.maximumWaiters, queue.remove(waiter) {
            counters.refused += 1
            effects.refusals.append((waiter, .tooManyWaiters))
            return effects
        }
        openForWaiters(at: now, &effects)
        return effects
    }

    /// Takes a waiter out of the queue; false when it has been served or refused already.
    mutating func cancel(_ waiter: WaiterID) -> Bool {
        guard queue.remove(waiter) else { return false }
        counters.cancelled += 1
        return true
    }

    /// Takes a connection back; one that is not reusable is closed and replaced if somebody waits.
    mutating func release(_ connection: ConnectionID, isReusable: Bool, at now: MonotonicTime) -> Effects {
        var effects = Effects()
        guard let entry = entries[connection], case .leased = entry.slot else { return effects }
        let isWanted = phase == .running || !queue.isEmpty
        if isReusable, isWanted, now < entry.expiry {
            setIdle(connection, at: now)
            serve(at: now, &effects)
        } else {
            close(connection, &effects)
            openForWaiters(at: now, &effects)
        }
        finishDraining(&effects)
        return effects
    }

    /// Notes that a lent connection was found dead; ``release(_:isReusable:at:)`` follows.
    mutating func healthCheckFailed() { counters.failedHealthChecks += 1 }

    // MARK: Opening

    mutating func opened(_ connection: ConnectionID, at now: MonotonicTime) -> Effects {
        var effects = Effects()
        guard let entry = entries[connection], case .opening = entry.slot else {
            // Abandoned meanwhile.
            effects.closes.append(connection)
            return effects
        }
        openingCount -= 1
        counters.opened += 1
        failures = 0
        lastFailure = nil
        entries[connection] = Entry(slot: .leased, expiry: now + lifetime(of: connection))
        guard phase == .running || !queue.isEmpty else {
            close(connection, &effects)
            finishDraining(&effects)
            return effects
        }
        setIdle(connection, at: now)
        serve(at: now, &effects)
        openForWaiters(at: now, &effects)
        return effects
    }

    /// After a failure only one connect at a time is tried, ever more rarely; waiters wait until their timeout.
    mutating func openFailed(
        _ connection: ConnectionID, error: PostgresError, at now: MonotonicTime
    ) -> Effects {
        var effects = Effects()
        guard let entry = entries[connection], case .opening = entry.slot else { return effects }
        entries[connection] = nil
        openingCount -= 1
        counters.failedConnects += 1
        failures += 1
        lastFailure = error
        openForWaiters(at: now, &effects)
        finishDraining(&effects)
        return effects
    }

    // MARK: Time

    /// Refuses those who waited too long.
    mutating func expireWaiters(at now: MonotonicTime) -> Effects {
        var effects = Effects()
        for waiter in queue.popExpired(at: now) {
            counters.timeouts += 1
            effects.refusals.append((waiter, lastFailure.map { .unreachable($0) } ?? .timedOut))
        }
        finishDraining(&effects)
        return effects
    }

    /// Closes what was idle too long or is too old, and opens what the minimum asks for.
    mutating func maintain(at now: MonotonicTime) -> Effects {
        var effects = Effects()
        guard phase == .running else { return effects }
        for connection in idle {
            guard let entry = entries[connection], case .idle(let since) = entry.slot else { continue }
            let isSpare = entries.count > options.minimumConnections && now - since >= options.idleTimeout
            if isSpare || now >= entry.expiry { close(connection, &effects) }
        }
        while entries.count < options.minimumConnections, canOpen { open(at: now, &effects) }
        return effects
    }

    // MARK: Drain

    /// Takes no more waiters, serves those it has, and closes everything else.
    mutating func drain(at now: MonotonicTime) -> Effects {
        var effects = Effects()
        phase = .draining
        finishDraining(&effects)
        return effects
    }

    /// Refuses those who still wait.
    mutating func refuseWaiters() -> Effects {
        var effects = Effects()
        effects.refusals = queue.popAll().map { ($0, .closed) }
        finishDraining(&effects)
        return effects
    }

    private mutating func finishDraining(_ effects: inout Effects) {
        guard phase == .draining, queue.isEmpty else { return }
        for connection in idle { close(connection, &effects) }
        for (connection, entry) in entries {
            guard case .opening = entry.slot else { continue }
            entries[connection] = nil
            openingCount -= 1
            effects.abandons.append(connection)
        }
        effects.isDrained = entries.isEmpty
    }

    // MARK: Steps

    private mutating func serve(at now: MonotonicTime, _ effects: inout Effects) {
        while !idle.isEmpty, let waiter = queue.popFirst() {
            guard let connection = idle.popLast() else { return }
            effects.grants.append((waiter, grant(connection, at: now)))
        }
    }

    private mutating func grant(_ connection: ConnectionID, at now: MonotonicTime) -> Grant {
        var needsCheck = false
        if case .idle(let since) = entries[connection]?.slot { needsCheck = now - since >= options.healthCheckAfter }
        entries[connection]?.slot = .leased
        counters.acquired += 1
        return Grant(connection: connection, needsCheck: needsCheck)
    }

    private mutating func setIdle(_ connection: ConnectionID, at now: MonotonicTime) {
        entries[connection]?.slot = .idle(since: now)
        idle.append(connection)
    }

    private mutating func close(_ connection: ConnectionID, _ effects: inout Effects) {
        entries[connection] = nil
        idle.removeAll { $0 == connection }
        counters.closed += 1
        effects.closes.append(connection)
    }

    private var canOpen: Bool {
        entries.count < options.maximumConnections && (failures == 0 || openingCount == 0)
    }

    private mutating func openForWaiters(at now: MonotonicTime, _ effects: inout Effects) {
        while openingCount < queue.count, canOpen { open(at: now, &effects) }
    }

    private mutating func open(at now: MonotonicTime, _ effects: inout Effects) {
        lastConnection += 1
        entries[lastConnection] = Entry(slot: .opening, expiry: now)
        openingCount += 1
        effects.opens.append((lastConnection, failures == 0 ? nil : now + backoff))
    }

    private var backoff: Duration {
        let doublings = min(failures - 1, 20)
        return min(options.initialBackoff * (1 << doublings), options.maximumBackoff)
    }

    private func lifetime(of connection: ConnectionID) -> Duration {
        options.maximumLifetime * (100 - connection % 11) / 100
    }
}
