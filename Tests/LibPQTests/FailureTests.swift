import Testing

@testable import LibPQ

/// What happens when the server, or the way to it, goes away.
///
/// The cluster is the tests' own, since they kill it.
@Suite(.serialized)
struct FailureTests {
    @Test func `a backend that is terminated mid-query loses only its connection`() async throws {
        let server = try TestDatabase.server
        let pool = ConnectionPool(server, options: PoolOptions(maximumConnections: 2))
        let error = await postgresError {
            try await pool.withConnection { db in
                let id = db.processID
                async let killed: Void = {
                    try await Task.sleep(for: .milliseconds(100))
                    try await Connection.withConnection(to: server) { other in
                        try await other.execute("SELECT pg_terminate_backend(\(id))")
                    }
                }()
                let result = await Self.outcome { try await db.execute("SELECT pg_sleep(30)") }
                try await killed
                // The broken connection fails at once instead of waiting.
                let after = await postgresError { try await db.execute("SELECT 1") }
                #expect(after?.code == .connectionLost)
                try result.get()
            }
        }
        #expect(error?.code == .connectionLost)
        #expect(error?.sqlState == .adminShutdown)
        let one = try await pool.withConnection { db in try await db.one("SELECT 1", as: Int.self) }
        #expect(one == 1)
        #expect(pool.statistics.opened == 2)
        #expect(pool.statistics.closed == 1)
        await pool.drain()
    }

    private static func outcome(_ body: () async throws -> Void) async -> Result<Void, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    @Test func `after kill -9 of the server the pool tells so, and resumes when it is back`() async throws {
        try await ThrowawayCluster.with { cluster in
            var options = PoolOptions(
                maximumConnections: 3, acquireTimeout: .seconds(3), initialBackoff: .milliseconds(20),
                maximumBackoff: .milliseconds(100))
            let pool = ConnectionPool(cluster.configuration, options: options)
            try await pool.withConnection { db in try await db.executeScript("CREATE TABLE kept (n int)") }
            // However long a busy machine takes to start the server again.
            options.acquireTimeout = .seconds(60)
            let patient = ConnectionPool(cluster.configuration, options: options)
            try await patient.withConnection { db in try await db.execute("SELECT 1") }

            // Killed while a query runs.
            let running = Task {
                try await pool.withConnection { db in try await db.execute("SELECT pg_sleep(30)") }
            }
            try await Task.sleep(for: .milliseconds(200))
            try await cluster.kill()
            let lost = await postgresError { try await running.value }
            #expect(lost?.code == .connectionLost)

            // Down: an idle connection is found dead, and the wait ends with the reason.
            let down = await postgresError { try await pool.withConnection { db in db.processID } }
            #expect(down?.code == .connectionFailed)
            #expect(down?.message.contains("last attempt") == true)
            #expect(pool.statistics.failedConnects > 1)

            // Waiting while it comes back.
            let count: Query = "SELECT count(*) FROM kept"
            let waiting = Task {
                try await patient.withConnection { db in try await db.one(count, as: Int.self) }
            }
            try await cluster.start()
            #expect(try await waiting.value == 0)
            #expect(try await pool.withConnection { db in try await db.one(count, as: Int.self) } == 0)
            await pool.drain()
            await patient.drain()
        }
    }

    @Test func `a connection cut in the middle of a COPY is an error on both ways`() async throws {
        let server = try TestDatabase.server
        for isIn in [true, false] {
            let error = await postgresError {
                try await Connection.withConnection(to: server) { db in
                    let id = db.processID
                    try await db.executeScript("CREATE TEMP TABLE cut (t text)")
                    let line = String(repeating: "x", count: 1000) + "\n"
                    func cut() async throws {
                        try await Connection.withConnection(to: server) { other in
                            try await other.execute("SELECT pg_terminate_backend(\(id))")
                        }
                    }
                    if isIn {
                        try await db.copyIn("COPY cut FROM STDIN") { copy in
                            try await copy.write(line)
                            try await cut()
                            for _ in 0..<200_000 { try await copy.write(line) }
                        }
                    } else {
                        try await db.copyOut("COPY (SELECT generate_series(1, 50000000)) TO STDOUT") { copy in
                            _ = try await copy.next()
                            try await cut()
                            while try await copy.next() != nil {}
                        }
                    }
                }
            }
            #expect(error?.code == .connectionLost)
        }
    }

    @Test func `a pipeline whose connection is cut tells the loss`() async throws {
        let server = try TestDatabase.server
        let error = await postgresError {
            try await Connection.withConnection(to: server) { db in
                let id = db.processID
                try await db.pipeline { p in
                    for _ in 0..<100 { p.execute("SELECT 1") }
                    p.execute("SELECT pg_terminate_backend(\(id))")
                    for _ in 0..<100 { p.execute("SELECT 1") }
                }
            }
        }
        #expect(error?.code == .connectionLost)
    }

    @Test func `idle connections that died are replaced without anybody noticing`() async throws {
        let server = try TestDatabase.server
        let pool = ConnectionPool(server, options: PoolOptions(maximumConnections: 3))
        let id = try await pool.withConnection { db in db.processID }
        try await Connection.withConnection(to: server) { other in
            try await other.execute("SELECT pg_terminate_backend(\(id), 5000)")
        }
        let other = try await pool.withConnection { db in
            _ = try await db.one("SELECT 1", as: Int.self)
            return db.processID
        }
        #expect(other != id)
        #expect(pool.statistics.failedHealthChecks == 1)
        await pool.drain()
    }

    @Test func `a refused TLS mode fails the connect, and verification refuses a wrong name`() async throws {
        try await ThrowawayCluster.with { cluster in
            var configuration = ConnectionConfiguration("host=127.0.0.1 port=1 user=postgres")
            configuration.tls = .verifyFull(rootCertificate: "/nonexistent/root.pem")
            let error = await postgresError {
                try await Connection.withConnection(to: configuration) { db in db.processID }
            }
            #expect(error?.code == .connectionFailed)

            try await cluster.enableTLS(commonName: "db.example")
            let encrypted = try await Connection.withConnection(to: cluster.overTCP(host: "localhost", .require)) {
                db in
                db.isEncrypted
            }
            #expect(encrypted)
            let authority = try await Connection.withConnection(
                to: cluster.overTCP(host: "localhost", .verifyCA(rootCertificate: cluster.certificate))
            ) { db in
                try await db.one("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()", as: Bool.self)
            }
            #expect(authority)
            let wrongName = await postgresError {
                try await Connection.withConnection(
                    to: cluster.overTCP(host: "localhost", .verifyFull(rootCertificate: cluster.certificate))
                ) { db in db.processID }
            }
            #expect(wrongName?.code == .connectionFailed)
            #expect(wrongName?.message.contains("db.example") == true)
            let plain = try await Connection.withConnection(to: cluster.overTCP(host: "localhost", .disable)) { db in
                db.isEncrypted
            }
            #expect(!plain)

            // All of the machinery once more over TLS: large results, pipelines, cancellation.
            try await Connection.withConnection(to: cluster.overTCP(host: "localhost", .require)) { db in
                let text = String(repeating: "z", count: 300_000)
                let results = try await db.pipeline { p in
                    (0..<20).map { _ in p.rows("SELECT \(text)", as: String.self) }
                }
                for result in results { #expect(try result.get() == [text]) }
                let first = try await db.stream("SELECT generate_series(1, 50000000)", as: Int.self) { rows in
                    try await rows.next()
                }
                #expect(first == 1)
                let one = try await db.one("SELECT 1", as: Int.self)
                #expect(one == 1)
            }
        }
    }

    @Test func `the poller keeps no socket of closed connections`() async throws {
        let server = try TestDatabase.server
        let poller = try Poller.shared()
        try await Connection.withConnection(to: server) { db in try await db.executeScript("SELECT 1") }
        let sockets = poller.socketCount
        let descriptors = try openDescriptors()
        for _ in 0..<50 {
            try await Connection.withConnection(to: server) { db in try await db.executeScript("SELECT 1") }
            _ = await postgresError {
                try await Connection.withConnection(to: ConnectionConfiguration("host=127.0.0.1 port=1")) { _ in }
            }
        }
        // Other suites run beside this one, so the numbers may differ a little, but not by a hundred.
        #expect(poller.socketCount < sockets + 40)
        #expect(try openDescriptors() < descriptors + 60)
    }
}
