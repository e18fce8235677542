import ServiceLifecycleTestKit
import Testing

@testable import LibPQ

@Suite(.database)
struct PoolTests {
    @Test func `an exhausted pool ends the wait at the acquire timeout`() async throws {
        let options = PoolOptions(maximumConnections: 1, acquireTimeout: .seconds(3))
        try await TestDatabase.withPool(options) { pool in
            // A busy machine may take longer than the timeout to connect; the connection comes all the same.
            let isConnected = try await eventually {
                (try? await pool.withConnection { db in db.processID }) != nil
            }
            try #require(isConnected)
            let before = pool.statistics.timeouts
            try await pool.withConnection { _ in
                let start = ContinuousClock.now
                let error = await postgresError { try await pool.withConnection { db in db.processID } }
                let took = start.duration(to: .now)
                #expect(error?.code == .acquireTimeout)
                #expect(took >= .milliseconds(2990) && took < .seconds(9))
            }
            let one = try await pool.withConnection { db in try await db.one("SELECT 1", as: Int.self) }
            #expect(one == 1)
            #expect(pool.statistics.timeouts == before + 1)
            #expect(pool.statistics.opened == 1)
        }
    }

    @Test func `waiting tasks are served in the order they came`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            let order = Locked<[Int]>([])
            try await withThrowingTaskGroup(of: Void.self) { group in
                try await pool.withConnection { _ in
                    for n in 0..<50 {
                        group.addTask { try await pool.withConnection { _ in order.withLock { $0.append(n) } } }
                        let isQueued = try await eventually { pool.statistics.waiting == n + 1 }
                        #expect(isQueued)
                    }
                }
                try await group.waitForAll()
            }
            #expect(order.withLock { $0 } == Array(0..<50))
        }
    }

    @Test func `a task that is cancelled while it waits leaves the queue`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            try await pool.withConnection { _ in
                let task = Task { try await pool.withConnection { db in db.processID } }
                let isWaiting = try await eventually { pool.statistics.waiting == 1 }
                #expect(isWaiting)
                task.cancel()
                let error = await postgresError { try await task.value }
                #expect(error?.code == .cancelled)
                #expect(pool.statistics.waiting == 0)
            }
            #expect(pool.statistics.cancelled == 1)
            #expect(pool.statistics.idle == 1)
        }
    }

    @Test func `more waiters than admitted are refused at once`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1, maximumWaiters: 2)) { pool in
            try await pool.withConnection { _ in
                let waiting = (0..<2).map { _ in Task { try await pool.withConnection { db in db.processID } } }
                let areWaiting = try await eventually { pool.statistics.waiting == 2 }
                #expect(areWaiting)
                let error = await postgresError { try await pool.withConnection { db in db.processID } }
                #expect(error?.code == .tooManyWaiters)
                for task in waiting { task.cancel() }
            }
        }
    }

    @Test func `a connection left in a transaction is rolled back before it is lent again`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            try await pool.withConnection { db in
                try await db.executeScript("CREATE TABLE left_open (n int)")
                try await db.executeScript("BEGIN; INSERT INTO left_open VALUES (1)")
            }
            try await pool.withConnection { db in
                let isOpen = db.isInTransaction
                let count = try await db.one("SELECT count(*) FROM left_open", as: Int.self)
                #expect(!isOpen)
                #expect(count == 0)
            }
            #expect(pool.statistics.opened == 1)
        }
    }

    @Test func `idle and old connections are closed, and the minimum is kept open`() async throws {
        let options = PoolOptions(
            maximumConnections: 4, minimumConnections: 1, idleTimeout: .milliseconds(50), maximumLifetime: .seconds(60))
        let pool = ConnectionPool(try TestDatabase.configuration, options: options)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            let isWarm = try await eventually { pool.statistics.idle == 1 }
            #expect(isWarm)
            try await pool.withConnection { _ in
                try await pool.withConnection { _ in try await pool.withConnection { _ in } }
            }
            #expect(pool.statistics.opened == 3)
            let isShrunk = try await eventually { pool.statistics.idle == 1 && pool.statistics.closed == 2 }
            #expect(isShrunk)
            group.cancelAll()
        }
        let after = await postgresError { try await pool.withConnection { db in db.processID } }
        #expect(after?.code == .poolClosed)
        #expect(pool.statistics.idle == 0)
    }

    @Test func `a connection beyond its lifetime is replaced on its return`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1, maximumLifetime: .zero)) { pool in
            let first = try await pool.withConnection { db in db.processID }
            let second = try await pool.withConnection { db in db.processID }
            #expect(first != second)
        }
    }

    @Test func `a connection idle for long is asked for a sign of life`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1, healthCheckAfter: .zero)) { pool in
            let first = try await pool.withConnection { db in db.processID }
            let second = try await pool.withConnection { db in db.processID }
            #expect(first == second)
        }
    }

    @Test func `a drain serves whoever waits already and refuses whoever comes later`() async throws {
        let pool = ConnectionPool(try TestDatabase.configuration, options: PoolOptions(maximumConnections: 1))
        let release = AsyncStream.makeStream(of: Void.self)
        let holder = Task {
            try await pool.withConnection { _ in
                for await _ in release.stream { break }
            }
        }
        let isHeld = try await eventually { pool.statistics.leased == 1 }
        let waiter = Task { try await pool.withConnection { db in try await db.one("SELECT 5", as: Int.self) } }
        let isWaiting = try await eventually { pool.statistics.waiting == 1 }
        #expect(isHeld && isWaiting)
        let drain = Task { await pool.drain() }
        try await Task.sleep(for: .milliseconds(200))
        let late = await postgresError { try await pool.withConnection { db in db.processID } }
        #expect(late?.code == .poolClosed)
        release.continuation.yield()
        try await holder.value
        let five = try await waiter.value
        #expect(five == 5)
        await drain.value
        #expect(pool.statistics.closed == pool.statistics.opened)
        #expect(pool.statistics.idle + pool.statistics.leased + pool.statistics.waiting == 0)
        await pool.drain()
    }

    @Test func `as a service it drains on a graceful shutdown`() async throws {
        let pool = ConnectionPool(try TestDatabase.configuration, options: PoolOptions(minimumConnections: 2))
        try await testGracefulShutdown { trigger in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await pool.run() }
                let isWarm = try await eventually { pool.statistics.idle == 2 }
                #expect(isWarm)
                trigger.triggerGracefulShutdown()
                try await group.waitForAll()
            }
        }
        #expect(pool.statistics.opened == 2)
        #expect(pool.statistics.closed == 2)
    }

    @Test func `many tasks on few connections get each its own answer`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 8)) { pool in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for n in 0..<64 {
                    group.addTask {
                        var sum = 0
                        for i in 0..<20 {
                            sum += try await pool.withConnection { db in
                                if i % 5 == 0 {
                                    let (a, b) = try await db.pipeline { p in
                                        (p.rows("SELECT \(n)", as: Int.self), p.rows("SELECT \(i)", as: Int.self))
                                    }
                                    return try a.get()[0] + b.get()[0] - i
                                }
                                return try await db.one("SELECT \(n)", as: Int.self)
                            }
                        }
                        return sum - 20 * n
                    }
                }
                for try await difference in group { #expect(difference == 0) }
            }
            #expect(pool.statistics.opened <= 8)
        }
    }

    @Test func `tasks that are cancelled at any moment harm nobody else`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 3)) { pool in
            await withTaskGroup(of: Void.self) { group in
                for n in 0..<60 {
                    group.addTask {
                        let task = Task {
                            try await pool.withTransaction { db in
                                try await db.execute("SELECT pg_sleep(0.003)")
                                return try await db.one("SELECT \(n)", as: Int.self)
                            }
                        }
                        if n % 2 == 0 {
                            try? await Task.sleep(for: .milliseconds(n))
                            task.cancel()
                            _ = await task.result
                        } else {
                            await #expect(throws: Never.self) {
                                let value = try await task.value
                                #expect(value == n)
                            }
                        }
                    }
                }
            }
            #expect(pool.statistics.leased == 0)
            #expect(pool.statistics.waiting == 0)
        }
    }
}
