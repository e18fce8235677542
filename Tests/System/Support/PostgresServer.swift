import Foundation

/// A PostgreSQL server of a test's own, which it may stop and start.
struct PostgresServer: Sendable {
    private let folder: String
    private let programs: String

    /// No PostgreSQL is installed.
    struct Missing: Error {}

    /// Makes one, starts it, lends it and removes it.
    static func with<Result>(_ body: (PostgresServer) async throws -> Result) async throws -> Result {
        let root = "/usr/lib/postgresql"
        let versions = try FileManager.default.contentsOfDirectory(atPath: root).compactMap { Int($0) }
        guard let version = versions.max() else { throw Missing() }
        return try await TemporaryFolder.with { folder in
            if geteuid() == 0 { _ = try await Program.run("/bin/chown", ["postgres:", folder]).succeeded() }
            let server = PostgresServer(folder: folder, programs: "\(root)/\(version)/bin")
            try await server.run(
                "initdb", "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8",
                "--no-sync")
            try await server.start()
            let outcome: Swift.Result<Result, any Error>
            do { outcome = .success(try await body(server)) } catch { outcome = .failure(error) }
            try? await server.stop()
            return try outcome.get()
        }
    }

    /// A superuser's URI.
    var url: String { "postgresql://postgres@/postgres?host=\(folder)" }

    /// Starts it, and waits until it takes connections.
    func start() async throws {
        try await run(
            "pg_ctl", "start", "--silent", "--wait", "--log", "\(folder)/log", "--options",
            "-c listen_addresses= -c unix_socket_directories=\(folder) -c fsync=off")
    }

    /// Stops it, cutting every connection.
    func stop() async throws { try await run("pg_ctl", "stop", "--silent", "--wait", "--mode", "fast") }

    /// Runs one of its programs, as the user postgres where we are root, whom PostgreSQL refuses.
    private func run(_ program: String, _ arguments: String...) async throws {
        let words = ["\(programs)/\(program)", "--pgdata", "\(folder)/cluster"] + arguments
        let prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        _ = try await Program.run("/usr/bin/env", geteuid() == 0 ? prefix + words : words).succeeded(program)
    }
}
