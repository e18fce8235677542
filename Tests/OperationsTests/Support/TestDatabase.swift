import Foundation
import LibPQ

/// A database of one test, in the server that `TESSERA_TEST_DATABASE_URL` names.
struct TestDatabase: Sendable {
    let name: String
    let configuration: ConnectionConfiguration

    struct MissingServer: Error, CustomStringConvertible {
        let description = "TESSERA_TEST_DATABASE_URL names no server; ./deploy/test starts one"
    }

    /// Makes an empty database, lends it and drops it.
    static func with<Result>(_ body: (TestDatabase) async throws -> Result) async throws -> Result {
        let server = try server()
        let name = "operations_\(UUID().uuidString.prefix(8).lowercased())"
        try await run("CREATE DATABASE \(name)", on: server)
        let outcome: Swift.Result<Result, any Error>
        do {
            outcome = .success(try await body(TestDatabase(name: name, configuration: server.database(name))))
        } catch {
            outcome = .failure(error)
        }
        try await run("DROP DATABASE \(name) WITH (FORCE)", on: server)
        return try outcome.get()
    }

    /// The server, as its superuser or as another role.
    static func server(user: String? = nil) throws -> ConnectionConfiguration {
        guard let uri = ProcessInfo.processInfo.environment["TESSERA_TEST_DATABASE_URL"] else { throw MissingServer() }
        let separator = uri.contains("?") ? "&" : "?"
        return ConnectionConfiguration(uri + (user.map { "\(separator)user=\($0)" } ?? ""))
    }

    /// The first column of a query's rows, as text.
    func texts(_ query: Query) async throws -> [String] {
        try await Connection.withConnection(to: configuration) { db in try await db.rows(query, as: String.self) }
    }

    /// Runs statements.
    func run(_ sql: String) async throws {
        try await Self.run(sql, on: configuration)
    }

    private static func run(_ sql: String, on configuration: ConnectionConfiguration) async throws {
        try await Connection.withConnection(to: configuration) { db in try await db.executeScript(sql) }
    }
}
