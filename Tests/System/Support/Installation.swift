import Foundation

/// A Tessera of a test's own: a data folder, a port and a key; and a database, unless it runs its own.
struct Installation: Sendable {
    /// The one that is served for the running suite; see ``ServedInstallation``.
    @TaskLocal static var current: Installation?

    /// Everything of it is in here.
    let folder: String
    let port: Int
    let databaseURL: String?
    /// What credentials and statements name; the same for several nodes of one installation.
    let baseURL: String

    /// Further variables of its environment.
    var variables: [String: String] = [:]

    /// The key that is there from the start, as name:secret.
    let key = "system:correct horse battery staple"

    /// Makes one, lends it, and removes it with all that runs in it.
    static func with<Result>(
        databaseURL: String? = nil, _ body: (Installation) async throws -> Result
    ) async throws -> Result {
        try await TemporaryFolder.with { folder in
            let port = await FreePort.next()
            return try await body(
                Installation(
                    folder: folder, port: port, databaseURL: databaseURL, baseURL: "http://127.0.0.1:\(port)"))
        }
    }

    /// Another node over the same database and files.
    func anotherNode() async -> Installation {
        Installation(folder: folder, port: await FreePort.next(), databaseURL: databaseURL, baseURL: baseURL)
    }

    /// Where the database and the signing key live.
    var dataFolder: String { folder + "/data" }

    /// Where this node answers.
    var url: String { "http://127.0.0.1:\(port)" }

    /// A client with the first key.
    var client: Client { Client(port: port, key: key) }

    private var environment: [String: String] {
        var environment = ["TESSERA_DATA_DIR": dataFolder]
        environment["TESSERA_DATABASE_URL"] = databaseURL
        return environment.merging(variables) { $1 }
    }

    /// Runs a command of `tessera` on this installation.
    func tessera(_ arguments: String...) async throws -> Program.Outcome { try await tessera(arguments) }

    /// Runs a command of `tessera` on this installation.
    func tessera(_ arguments: [String]) async throws -> Program.Outcome {
        try await Program.run(TestEnvironment.binary, arguments, environment: environment)
    }

    /// Starts a command of `tessera` on this installation, which may run for long.
    func start(_ arguments: String...) throws -> Program {
        try Program(TestEnvironment.binary, arguments, environment: environment, folder: folder)
    }

    /// Starts `tessera serve`, which may not be ready yet.
    ///
    /// - Parameter settings: Further variables of its environment.
    func startServer(settings: [String: String] = [:]) throws -> RunningServer {
        let program = try Program(
            TestEnvironment.binary, ["serve", "--port", "\(port)", "--data-dir", dataFolder],
            environment: environment.merging([
                "TESSERA_BOOTSTRAP_KEY": key, "TESSERA_BASE_URL": baseURL, "TESSERA_LOG_LEVEL": "debug",
            ]) { $1 }.merging(settings) { $1 }, folder: folder)
        return RunningServer(program: program, client: Client(port: port, key: nil))
    }

    /// Serves while something is done, which is stopped as operators stop it.
    func serving<Result>(
        settings: [String: String] = [:], _ body: (RunningServer) async throws -> Result
    ) async throws -> Result {
        let server = try startServer(settings: settings)
        try await server.untilReady()
        let result = try await body(server)
        _ = try await server.stop().succeeded("tessera serve")
        return result
    }
}

/// A `tessera serve`.
struct RunningServer: Sendable {
    let program: Program
    let client: Client

    /// A server that ended, or did not become ready in time.
    struct NotReady: Error, CustomStringConvertible {
        let log: String

        var description: String { "tessera serve did not become ready:\n\(log.suffix(4000))" }
    }

    /// Waits until it answers that it is ready, and its first key is there.
    func untilReady(atMost limit: Duration = .seconds(60)) async throws {
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline, program.isRunning {
            if try await status(of: "/health/ready") == 200 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw NotReady(log: program.log)
    }

    /// The status of an answer; nil when nobody answers.
    func status(of path: String) async throws -> Int? {
        do { return try await client.get(path).status } catch {
            try Task.checkCancellation()
            return nil
        }
    }

    /// Stops it as operators do.
    func stop() async throws -> Program.Outcome {
        program.signal(SIGTERM)
        return try await program.end(within: .seconds(30))
    }

    /// Ends it as a lack of memory or power does.
    func crash() async throws {
        program.signal(SIGKILL)
        _ = try await program.end(within: .seconds(10))
    }
}
