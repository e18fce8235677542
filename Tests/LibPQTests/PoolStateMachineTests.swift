import Testing

@testable import LibPQ

/// The pool's decisions, without any connection or clock.
@Suite
struct PoolStateMachineTests {
    private static func at(_ milliseconds: Int64) -> MonotonicTime {
        MonotonicTime(nanoseconds: milliseconds * 1_000_000)
    }

    private func machine(
        maximum: Int = 2, minimum: Int = 0, waiters: Int = 100, idle: Duration = .seconds(10)
    ) -> PoolStateMachine {
        PoolStateMachine(
            options: PoolOptions(
                maximumConnections: maximum, minimumConnections: minimum, maximumWaiters: waiters, idleTimeout: idle,
                maximumLifetime: .seconds(100), healthCheckAfter: .seconds(1), initialBackoff: .milliseconds(100),
                maximumBackoff: .milliseconds(350)))
    }

    @Test func `the first request opens a connection and gets it`() {
        var machine = machine()
        #expect(machine.acquireIdle(at: Self.at(0)) == nil)
        let request = machine.acquire(1, deadline: Self.at(1000), at: Self.at(0))
        #expect(request.opens.map(\.connection) == [1])
        #expect(request.opens.allSatisfy { $0.notBefore == nil })
        #expect(request.grants.isEmpty)
        let opened = machine.opened(1, at: Self.at(5))
        #expect(opened.grants.map(\.waiter) == [1])
        #expect(opened.grants.map(\.grant) == [.init(connection: 1, needsCheck: false)])
        #expect(machine.statistics.leased == 1)
    }

    @Test func `no more connections than the maximum are opened, and no more than are waited for`() {
        var machine = machine(maximum: 2)
        #expect(machine.acquire(1, deadline: Self.at(1000), at: Self.at(0)).opens.count == 1)
        #expect(machine.acquire(2, deadline: Self.at(1000), at: Self.at(0)).opens.count == 1)
        #expect(machine.acquire(3, deadline: Self.at(1000), at: Self.at(0)).opens.isEmpty)
        #expect(machine.statistics.opening == 2)
        #expect(machine.statistics.waiting == 3)
    }

    @Test func `a returned connection goes to the longest waiting, who need not be who opened it`() {
        var machine = machine(maximum: 1)
        _ = machine.acquire(1, deadline: Self.at(1000), at: Self.at(0))
        _ = machine.opened(1, at: Self.at(0))
        _ = machine.acquire(2, deadline: Self.at(1000), at: Self.at(1))
        _ = machine.acquire(3, deadline: Self.at(1000), at: Self.at(2))
        let wasCancelled = [machine.cancel(2), machine.cancel(2)]
        #expect(wasCancelled == [true, false])
        let released = machine.release(1, isReusable: true, at: Self.at(3))
        #expect(released.grants.map(\.waiter) == [3])
        #expect(released.closes.isEmpty)
    }

    @Test func `nobody overtakes those who wait`() {
        var machine = machine(maximum: 1)
        _ = machine.acquire(1, deadline: Self.at(1000), at: Self.at(0))
        #expect(machine.acquireIdle(at: Self.at(0)) == nil)
        _ = machine.opened(1, at: Self.at(0))
        _ = machine.release(1, isReusable: true, at: Self.at(0))
        #expect(machine.acquireIdle(at: Self.at(0))?.connection == 1)
    }

    @Test func `a broken connection is closed and replaced for those who wait`() {
        var machine = machine(maximum: 1)
        _ = machine.acquire(1, deadline: Self.at(1000), at: Self.at(0))
        _ = machine.opened(1, at: Self.at(0))
        _ = machine.acquire(2, deadline: Self.at(1000), at: Self.at(0))
        let released = machine.release(1, isReusable: false, at: Self.at(1))
        #expect(released.closes == [1])
        #expect(released.opens.map(\.connection) == [2])
        #expect(machine.opened(2, at: Self.at(2)).grants.map(\.waiter) == [2])
    }

    @Test func `who found a dead connection goes to the head of the queue`() {
        var machine = machine(maximum: 1)
        _ = machine.acquire(1, deadline: Self.at(1000), at: Self.at(0))
        _ = machine.opened(1, at: Self.at(0))
        _ = machine.acquire(2, deadline: Self.at(1000), at: Self.at(0))
        _ = machine.release(1, isReusable: false, at: Self.at(1))
        _ = machine.acquire(1, deadline: Self.at(1000), isReturning: true, at: Self.at(1))
        #expect(machine.opened(2, at: Self.at(2)).grants.map(\.waiter) == [1])
    }

    @Test func `while the server is down one connect at a time is tried, ever more rarely`() {
        var machine = machine(maximum: 3)
        let error = PostgresError(.connectionFailed, "refused")
        for waiter: UInt64 in 1...3 { _ = machine.acquire(waiter, deadline: Self.at(5000), at: Self.at(0)) }
        #expect(machine.statistics.opening == 3)
        #expect(machine.openFailed(1, error: error, at: Self.at(0)).opens.isEmpty)
        #expect(machine.openFailed(2, error: error, at: Self.at(0)).opens.isEmpty)
        var pauses: [MonotonicTime?] = []
        for connection in 3...5 {
            pauses += machine.openFailed(connection, error: error, at: Self.at(0)).opens.map(\.notBefore)
        }
        #expect(pauses == [Self.at(350), Self.at(350), Self.at(350)])
        #expect(machine.statistics.opening == 1)
        let expired = machine.expireWaiters(at: Self.at(5000))
        #expect(expired.refusals.count == 3)
        for (_, reason) in expired.refusals {
            guard case .unreachable(let last) = reason else {
                Issue.record("the reason is missing")
                continue
            }
            #expect(last.message == "refused")
        }
    }

    @Test func `the first backoff is short and doubles`() {
        var machine = machine(maximum: 1)
        let error = PostgresError(.connectionFailed, "refused")
        _ = machine.acquire(1, deadline: Self.at(5000), at: Self.at(0))
        #expect(machine.openFailed(1, error: error, at: Self.at(0)).opens.map(\.notBefore) == [Self.at(100)])
        #expect(machine.openFailed(2, error: error, at: Self.at(0)).opens.map(\.notBefore) == [Self.at(200)])
        #expect(machine.openFailed(3, error: error, at: Self.at(0)).opens.map(\.notBefore) == [Self.at(350)])
        _ = machine.opened(4, at: Self.at(0))
        _ = machine.release(4, isReusable: false, at: Self.at(0))
        let next = machine.acquire(2, deadline: Self.at(5000), at: Self.at(0))
        #expect(next.opens.allSatisfy { $0.notBefore == nil } && next.opens.count == 1)
    }

    @Test func `when nobody waits any more, a failed connect isn't tried again`() {
        var machine = machine()
        _ = machine.acquire(1, deadline: Self.at(10), at: Self.at(0))
        _ = machine.expireWaiters(at: Self.at(10))
        let error = PostgresError(.connectionFailed, "refused")
        #expect(machine.openFailed(1, error: error, at: Self.at(11)).opens.isEmpty)
        #expect(machine.statistics.opening == 0)
    }

    @Test func `waiters expire at their deadline and not before`() {
        var machine = machine(maximum: 1)
        for waiter: UInt64 in 1...3 {
            _ = machine.acquire(waiter, deadline: Self.at(Int64(waiter) * 10), at: Self.at(0))
        }
        #expect(machine.nextDeadline() == Self.at(10))
        #expect(machine.expireWaiters(at: Self.at(9)).refusals.isEmpty)
        #expect(machine.expireWaiters(at: Self.at(20)).refusals.map(\.waiter) == [1, 2])
        #expect(machine.nextDeadline() == Self.at(30))
        let wasCancelled = machine.cancel(3)
        #expect(wasCancelled)
        #expect(machine.nextDeadline() == nil)
    }

    @Test func `more waiters than admitted are refused, but not one that returns`() {
        var machine = machine(maximum: 1, waiters: 1)
        _ = machine.acquire(1, deadline: Self.at(10), at: Self.at(0))
        let refused = machine.acquire(2, deadline: Self.at(10), at: Self.at(0))
        #expect(refused.refusals.map(\.waiter) == [2])
        #expect(machine.acquire(3, deadline: Self.at(10), isReturning: true, at: Self.at(0)).refusals.isEmpty)
        #expect(machine.statistics.refused == 1)
    }

    @Test func `spare connections close when idle too long, the least recently used first`() {
        var machine = machine(maximum: 3, minimum: 1, idle: .milliseconds(100))
        for waiter: UInt64 in 1...3 { _ = machine.acquire(waiter, deadline: Self.at(1000), at: Self.at(0)) }
        for connection in 1...3 { _ = machine.opened(connection, at: Self.at(0)) }
        for connection in 1...3 { _ = machine.release(connection, isReusable: true, at: Self.at(Int64(connection))) }
        #expect(machine.maintain(at: Self.at(90)).closes.isEmpty)
        #expect(machine.maintain(at: Self.at(101)).closes == [1])
        #expect(machine.maintain(at: Self.at(200)).closes == [2])
        #expect(machine.maintain(at: Self.at(9000)).closes.isEmpty)
        #expect(machine.acquireIdle(at: Self.at(9000)) == .init(connection: 3, needsCheck: true))
    }

    @Test func `old connections close even below the minimum and are replaced`() {
        var machine = machine(maximum: 2, minimum: 2)
        #expect(machine.maintain(at: Self.at(0)).opens.count == 2)
        for connection in 1...2 { _ = machine.opened(connection, at: Self.at(0)) }
        let renewed = machine.maintain(at: Self.at(100_000))
        #expect(Set(renewed.closes) == [1, 2])
        #expect(renewed.opens.count == 2)
    }

    @Test func `a drain closes what is idle, waits for leases and abandons connects`() {
        var machine = machine(maximum: 3)
        for waiter: UInt64 in 1...3 { _ = machine.acquire(waiter, deadline: Self.at(1000), at: Self.at(0)) }
        _ = machine.opened(1, at: Self.at(0))
        _ = machine.opened(2, at: Self.at(0))
        _ = machine.release(1, isReusable: true, at: Self.at(0))
        #expect(machine.statistics.waiting == 0)
        let drain = machine.drain(at: Self.at(1))
        #expect(drain.abandons == [3])
        #expect(!drain.isDrained)
        #expect(machine.acquireIdle(at: Self.at(1)) == nil)
        #expect(machine.acquire(9, deadline: Self.at(2), at: Self.at(1)).refusals.map(\.waiter) == [9])
        #expect(machine.opened(3, at: Self.at(2)).closes == [3])
        let first = machine.release(1, isReusable: true, at: Self.at(2))
        #expect(first.closes == [1])
        let last = machine.release(2, isReusable: true, at: Self.at(2))
        #expect(last.closes == [2])
        #expect(last.isDrained)
    }

    @Test func `random events never break the bounds, and everybody is answered once`() {
        var generator = SplitMix(seed: 11)
        for _ in 0..<200 {
            var model = Model(machine: machine(maximum: 3, waiters: 5))
            for step in 0..<200 {
                model.step(Int.random(in: 0..<7, using: &generator), at: Self.at(Int64(step) * 7))
            }
            model.finish(at: Self.at(10_000))
        }
    }

    /// Plays the pool's part and checks every answer.
    private struct Model {
        var machine: PoolStateMachine
        var waiting: Set<UInt64> = []
        var leased: Set<Int> = []
        var opening: Set<Int> = []
        var open: Set<Int> = []
        var next: UInt64 = 0
        var isDrained = false

        mutating func take(_ effects: PoolStateMachine.Effects) {
            for (waiter, grant) in effects.grants {
                #expect(waiting.remove(waiter) != nil)
                #expect(open.contains(grant.connection))
                #expect(leased.insert(grant.connection).inserted)
            }
            for (waiter, _) in effects.refusals { #expect(waiting.remove(waiter) != nil) }
            for (connection, _) in effects.opens { #expect(opening.insert(connection).inserted) }
            for connection in effects.closes {
                #expect(open.remove(connection) != nil)
                #expect(!leased.contains(connection))
            }
            for connection in effects.abandons { #expect(opening.remove(connection) != nil) }
            if effects.isDrained { isDrained = true }
            #expect(open.count + opening.count <= 3)
            #expect(waiting.count <= 5)
            let statistics = machine.statistics
            #expect(statistics.leased == leased.count)
            #expect(statistics.opening == opening.count)
            #expect(statistics.waiting == waiting.count)
            #expect(statistics.idle == open.count - leased.count)
        }

        mutating func step(_ event: Int, at now: MonotonicTime) {
            switch event {
            case 0, 1:
                next += 1
                waiting.insert(next)
                if let grant = machine.acquireIdle(at: now) {
                    waiting.remove(next)
                    #expect(open.contains(grant.connection))
                    #expect(leased.insert(grant.connection).inserted)
                } else {
                    take(machine.acquire(next, deadline: now + .milliseconds(100), at: now))
                }
            case 2:
                guard let connection = opening.min() else { return }
                opening.remove(connection)
                open.insert(connection)
                take(machine.opened(connection, at: now))
            case 3:
                guard let connection = opening.max() else { return }
                opening.remove(connection)
                take(machine.openFailed(connection, error: PostgresError(.connectionFailed, ""), at: now))
            case 4, 5:
                guard let connection = leased.min() else { return }
                leased.remove(connection)
                take(machine.release(connection, isReusable: event == 4, at: now))
            default:
                take(machine.expireWaiters(at: now))
                if let waiter = waiting.max(), machine.cancel(waiter) { waiting.remove(waiter) }
                take(machine.maintain(at: now))
            }
        }

        mutating func finish(at now: MonotonicTime) {
            take(machine.drain(at: now))
            take(machine.refuseWaiters())
            #expect(waiting.isEmpty)
            for connection in leased.sorted() {
                leased.remove(connection)
                take(machine.release(connection, isReusable: true, at: now))
            }
            #expect(open.isEmpty && opening.isEmpty)
            #expect(isDrained)
        }
    }
}
