import Foundation

/// `psql`, as a person uses it.
struct Psql: Sendable {
    let uri: String
    var password: String?
    /// What is done before each command.
    var prepare: @Sendable () async throws -> Void = {}

    /// Runs a command, and gives what it writes without headings.
    func attempt(_ command: String) async throws -> Program.Outcome {
        try await prepare()
        return try await Program.run(
            "/usr/bin/env", ["psql", "-XAtqw", "-v", "ON_ERROR_STOP=1", "-d", uri, "-c", command],
            environment: password.map { ["PGPASSWORD": $0] } ?? [:])
    }

    /// Runs a command that has to succeed.
    @discardableResult
    func callAsFunction(_ command: String) async throws -> String {
        try await attempt(command).succeeded(command).output.trimmingCharacters(in: .newlines)
    }
}

extension Installation {
    /// Makes an empty database in the server for tests, lends an installation over it, and drops it.
    static func withExternalDatabase<Result>(_ body: (Installation) async throws -> Result) async throws -> Result {
        let server = try TestEnvironment.databaseURL
        let administrator = Psql(uri: server)
        let name = "system_\(UUID().uuidString.prefix(8).lowercased())"
        try await administrator("CREATE DATABASE \(name)")
        let outcome: Swift.Result<Result, any Error>
        do {
            let url = server + (server.contains("?") ? "&" : "?") + "dbname=\(name)"
            outcome = .success(try await with(databaseURL: url, body))
        } catch {
            outcome = .failure(error)
        }
        try await administrator("DROP DATABASE \(name) WITH (FORCE)")
        return try outcome.get()
    }

    /// `psql` as the administrator of the installation's database.
    var administrator: Psql {
        Psql(uri: databaseURL ?? "postgresql://postgres@/tessera?host=\(dataFolder)/postgresql/socket&port=5432")
    }
}
