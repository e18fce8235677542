import Testing

@testable import LibPQ

@Suite(.database)
struct CancellationTests {
    /// Runs `body` in a task that is cancelled after a moment; returns its error and how long it took.
    private func cancelled(
        after delay: Duration = .milliseconds(300), _ body: @escaping @Sendable () async throws -> Void
    ) async -> (error: (any Error)?, took: Duration) {
        let start = ContinuousClock.now
        let task = Task { try await body() }
        try? await Task.sleep(for: delay)
        task.cancel()
        let result = await task.result
        let took = start.duration(to: .now)
        if case .failure(let error) = result { return (error, took) }
        return (nil, took)
    }

    @Test func `a cancelled query ends on the server and the connection stays usable`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            let id = try await pool.withConnection { db in db.processID }
            let (error, took) = await cancelled {
                _ = try await pool.withConnection { db in try await db.execute("SELECT pg_sleep(61)") }
            }
            #expect((error as? PostgresError)?.code == .cancelled)
            #expect((error as? PostgresError)?.sqlState == .queryCanceled)
            #expect(took < .seconds(5))
            let (after, activity) = try await pool.withConnection { db in
                let sleeping = try await db.one(
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(61)' AND state = 'active'",
                    as: Int.self)
                return (db.processID, sleeping)
            }
            #expect(after == id)
            #expect(activity == 0)
        }
    }

    @Test func `late cancels never hit the next query`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            // Cancels around the moment when the query ends, over and over on the same connection.
            for n in 0..<200 {
                let task = Task {
                    try await pool.withConnection { db in
                        try await db.execute("SELECT pg_sleep(0.002)")
                    }
                }
                try await Task.sleep(for: .microseconds(500 + n * 20))
                task.cancel()
                if case .failure(let error) = await task.result {
                    #expect((error as? PostgresError)?.code == .cancelled)
                }
                let one = try await pool.withConnection { db in try await db.one("SELECT \(n)", as: Int.self) }
                #expect(one == n)
            }
            #expect(pool.statistics.opened == 1)
        }
    }

    @Test func `a task that is cancelled already sends nothing`() async throws {
        let configuration = try TestDatabase.configuration
        let (error, _) = await cancelled(after: .zero) {
            try? await Task.sleep(for: .seconds(10))
            _ = try await Connection.withConnection(to: configuration) { db in db.processID }
        }
        #expect((error as? PostgresError)?.code == .cancelled)
    }

    @Test func `a cancelled connect ends at once`() async throws {
        let server = try SilentServer()
        let (error, took) = await cancelled {
            _ = try await Connection.withConnection(to: server.configuration) { db in db.processID }
        }
        #expect((error as? PostgresError)?.code == .cancelled)
        #expect(took < .seconds(2))
    }

    @Test func `a connect to a server that doesn't answer times out`() async throws {
        let server = try SilentServer()
        var configuration = server.configuration
        configuration.connectTimeout = .milliseconds(200)
        let start = ContinuousClock.now
        let error = await postgresError { [configuration] in
            try await Connection.withConnection(to: configuration) { db in db.processID }
        }
        #expect(error?.code == .connectionFailed)
        #expect(start.duration(to: .now) < .seconds(3))
    }

    @Test func `a cancel that finds the server not yet at work is repeated, so that the query ends`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            for round in 0..<40 {
                let task = Task {
                    try await pool.withConnection { db in try await db.execute("SELECT pg_sleep(60)") }
                }
                // From before the lease to some time after the query was sent.
                try await Task.sleep(for: .microseconds(50 * round))
                task.cancel()
                let error = await postgresError { try await task.value }
                #expect(error?.code == .cancelled)
            }
            let opened = pool.statistics.opened
            #expect(opened <= 2)
        }
    }

    @Test func `a cancelled transaction is rolled back`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            try await pool.withConnection { db in try await db.executeScript("CREATE TABLE gone (n int)") }
            let (error, _) = await cancelled {
                try await pool.withTransaction { db in
                    try await db.execute("INSERT INTO gone VALUES (1)")
                    try await db.execute("SELECT pg_sleep(60)")
                }
            }
            #expect((error as? PostgresError)?.code == .cancelled)
            let (count, isOpen) = try await pool.withConnection { db in
                (try await db.one("SELECT count(*) FROM gone", as: Int.self), db.isInTransaction)
            }
            #expect(count == 0)
            #expect(!isOpen)
            #expect(pool.statistics.opened == 1)
        }
    }

    @Test func `a cancelled stream ends and leaves a usable connection`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            try await pool.withConnection { db in try await db.execute("SELECT 1") }
            let (error, _) = await cancelled {
                try await pool.withConnection { db in
                    try await db.forEachRow("SELECT generate_series(1, 1000000000)", as: Int.self) { _ in }
                }
            }
            #expect((error as? PostgresError)?.code == .cancelled)
            #expect((error as? PostgresError)?.sqlState == .queryCanceled, "\(String(describing: error))")
            let one = try await pool.withConnection { db in try await db.one("SELECT 1", as: Int.self) }
            #expect(one == 1)
            #expect(pool.statistics.opened == 1)
        }
    }

    @Test func `a cancelled COPY in keeps nothing and leaves a usable connection`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            try await pool.withConnection { db in try await db.executeScript("CREATE TABLE copied (t text)") }
            let (error, _) = await cancelled {
                try await pool.withConnection { db in
                    let line = String(repeating: "x", count: 1000) + "\n"
                    _ = try await db.copyIn("COPY copied FROM STDIN") { copy in
                        while true { try await copy.write(line) }
                    }
                }
            }
            #expect((error as? PostgresError)?.code == .cancelled)
            let count = try await pool.withConnection { db in
                try await db.one("SELECT count(*) FROM copied", as: Int.self)
            }
            #expect(count == 0)
        }
    }

    @Test func `a cancelled COPY out leaves a usable connection`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            try await pool.withConnection { db in try await db.execute("SELECT 1") }
            let (error, _) = await cancelled {
                try await pool.withConnection { db in
                    try await db.copyOut("COPY (SELECT generate_series(1, 1000000000)) TO STDOUT") { copy in
                        while try await copy.next() != nil {}
                    }
                }
            }
            #expect((error as? PostgresError)?.code == .cancelled)
            #expect((error as? PostgresError)?.sqlState == .queryCanceled, "\(String(describing: error))")
            let one = try await pool.withConnection { db in try await db.one("SELECT 1", as: Int.self) }
            #expect(one == 1)
            #expect(pool.statistics.opened == 1)
        }
    }

    @Test func `a cancelled pipeline keeps nothing and leaves a usable connection`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 1)) { pool in
            try await pool.withConnection { db in try await db.executeScript("CREATE TABLE piped (n int)") }
            let (error, _) = await cancelled {
                try await pool.withConnection { db in
                    try await db.pipeline { p in
                        p.execute("INSERT INTO piped VALUES (1)")
                        p.execute("SELECT pg_sleep(60)")
                    }
                }
            }
            #expect((error as? PostgresError)?.code == .cancelled)
            #expect((error as? PostgresError)?.statementIndex == 1)
            let count = try await pool.withConnection { db in
                try await db.one("SELECT count(*) FROM piped", as: Int.self)
            }
            #expect(count == 0)
            #expect(pool.statistics.opened == 1)
        }
    }
}
