import LibPQ
import Logging
import Operations
import ServiceLifecycle

/// How commands reach the database: the one that a URL names, or the embedded one.
struct DatabaseAccess: Sendable {
    /// For migrating and for making roles.
    let administrator: ConnectionConfiguration
    /// For everything else: no more rights than serving needs.
    let service: ConnectionConfiguration

    /// A database that a URL names.
    ///
    /// Its user administers it, and works as the service by `SET ROLE`.
    init(url: String) {
        administrator = Self.configuration(url, name: "tessera")
        service = Self.configuration(url, name: "tessera serve", parameters: ["role": "tessera_service"])
    }

    /// The embedded cluster.
    init(_ address: ClusterAddress) {
        administrator = Self.configuration(
            address.connectionURI(role: ClusterAddress.administrator), name: "tessera")
        service = Self.configuration(address.connectionURI(role: "tessera_service"), name: "tessera serve")
    }

    /// Lends the database to a command that runs for a moment, starting the embedded cluster if nothing runs it.
    static func withDatabase<Result: Sendable>(
        _ settings: Settings, logger: Logger, _ body: @Sendable (DatabaseAccess) async throws -> Result
    ) async throws -> Result {
        if let url = settings.databaseURL { return try await body(DatabaseAccess(url: url)) }
        return try await EmbeddedCluster.withCluster(dataDirectory: settings.dataDirectory, logger: logger) { address in
            try await body(DatabaseAccess(address))
        }
    }

    /// Lends a small pool of connections to a command.
    static func withPool<Result: Sendable>(
        _ configuration: ConnectionConfiguration, _ body: @Sendable (ConnectionPool) async throws -> Result
    ) async throws -> Result {
        let pool = ConnectionPool(configuration, options: PoolOptions(maximumConnections: 2))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            // Leaving the group, by either way, cancels what runs the pool.
            defer { group.cancelAll() }
            let result = try await body(pool)
            await pool.drain()
            return result
        }
    }

    private static func configuration(
        _ url: String, name: String, parameters: [String: String] = [:]
    ) -> ConnectionConfiguration {
        var configuration = ConnectionConfiguration(url)
        configuration.applicationName = name
        let bounds = [
            "statement_timeout": "60s", "lock_timeout": "20s", "idle_in_transaction_session_timeout": "60s",
            // Our statements are many and short: compiling one takes a thousand times as long as running it.
            "jit": "off",
        ]
        configuration.runtimeParameters = bounds.merging(parameters) { $1 }
        return configuration
    }
}
