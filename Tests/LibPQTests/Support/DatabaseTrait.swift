import Glibc
import LibPQ
import Testing

/// Gives a suite a database of its own, named after it, on the server of `TESSERA_TEST_DATABASE_URL`.
struct DatabaseTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        let server = try TestDatabase.server
        let name = "libpq_\(test.name.lowercased())_\(Int.random(in: 0..<1_000_000))"
        try await Connection.withConnection(to: server) { db in
            try await db.executeScript("CREATE DATABASE \(name)")
        }
        try await TestDatabase.$current.withValue(server.database(name)) { try await function() }
        try await Connection.withConnection(to: server) { db in
            try await db.executeScript("DROP DATABASE \(name) WITH (FORCE)")
        }
    }
}

extension Trait where Self == DatabaseTrait {
    static var database: DatabaseTrait { DatabaseTrait() }
}

/// The database of the running suite.
enum TestDatabase {
    struct Missing: Error, CustomStringConvertible {
        let description = "set TESSERA_TEST_DATABASE_URL to the URI of a superuser's PostgreSQL connection"
    }

    @TaskLocal static var current: ConnectionConfiguration?

    static var server: ConnectionConfiguration {
        get throws {
            guard let url = unsafe getenv("TESSERA_TEST_DATABASE_URL") else { throw Missing() }
            return unsafe ConnectionConfiguration(String(cString: url))
        }
    }

    static var configuration: ConnectionConfiguration {
        get throws {
            guard let current else { throw Missing() }
            return current
        }
    }

    /// Lends a connection to the suite's database.
    static func connect<Result>(
        _ body: (borrowing Connection) async throws -> Result
    ) async throws -> Result {
        try await Connection.withConnection(to: try configuration, body)
    }

    /// Makes a pool on the suite's database, and drains it after `body`.
    static func withPool<Result>(
        _ options: PoolOptions = PoolOptions(), _ body: (ConnectionPool) async throws -> Result
    ) async throws -> Result {
        let pool = ConnectionPool(try configuration, options: options)
        let result: Result
        do { result = try await body(pool) } catch {
            await pool.drain()
            throw error
        }
        await pool.drain()
        return result
    }
}
