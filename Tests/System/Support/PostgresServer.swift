import Foundation

/// A PostgreSQL server of a test's own, which it may stop and start.
actor PostgresServer {
    /// A superuser's URI.
    nonisolated let url: String

    private let folder: String
    private let programs: String
    private var program: Program?

    /// No PostgreSQL is installed, or it does not start.
    struct Unavailable: Error {
        var log = ""
    }

    private init(folder: String, programs: String) {
        self.folder = folder
        self.programs = programs
        url = "postgresql://postgres@/postgres?host=\(folder)"
    }

    /// Makes one, starts it, lends it and removes it.
    static func with<Result>(_ body: (PostgresServer) async throws -> Result) async throws -> Result {
        let root = "/usr/lib/postgresql"
        let versions = try FileManager.default.contentsOfDirectory(atPath: root).compactMap { Int($0) }
        guard let version = versions.max() else { throw Unavailable() }
        return try await TemporaryFolder.with { folder in
            if geteuid() == 0 { _ = try await Program.run("/bin/chown", ["postgres:", folder]).succeeded() }
            let server = PostgresServer(folder: folder, programs: "\(root)/\(version)/bin")
            try await server.initialize()
            try await server.start()
            let result = try await body(server)
            try await server.stop()
            return result
        }
    }

    /// Starts it, and waits until it takes connections.
    func start() async throws {
        let program = try Program(
            "/usr/bin/env",
            words("postgres", "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=50"),
            folder: folder)
        self.program = program
        for _ in 0..<600 where program.isRunning {
            if try await Psql(uri: url).attempt("SELECT 1").status == 0 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Unavailable(log: program.log)
    }

    /// Stops it, cutting every connection.
    func stop() async throws {
        guard let program else { return }
        program.signal(SIGINT)
        _ = try await program.end(within: .seconds(30))
        self.program = nil
    }

    private func initialize() async throws {
        let options = ["--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"]
        _ = try await Program.run("/usr/bin/env", words("initdb") + options + ["--no-sync"]).succeeded("initdb")
    }

    /// The words that run one of its programs, as the user postgres where we are root, whom PostgreSQL refuses.
    private func words(_ program: String, _ arguments: String...) -> [String] {
        let prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        return (geteuid() == 0 ? prefix : []) + ["\(programs)/\(program)", "-D", "\(folder)/cluster"] + arguments
    }
}
