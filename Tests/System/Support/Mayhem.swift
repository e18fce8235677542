import Foundation

/// Kills servers and their connections to the database at random, and starts the servers again, while something is done.
///
/// One server is dead at a time, so that the others could go on.
actor Mayhem {
    private let nodes: [Installation]
    private var servers: [RunningServer] = []
    private var isOver = false
    /// How many servers were killed.
    private(set) var killedCount = 0
    /// How many connections were cut.
    private(set) var cutCount = 0

    /// Servers that ended without being killed are a fault; this tells of them.
    private(set) var fallen: [String] = []

    init(_ nodes: [Installation]) {
        self.nodes = nodes
    }

    /// Starts the nodes, kills among them until `body` is done, and stops them as operators do.
    ///
    /// - Parameter afterwards: Done when nothing is killed any more, and every node is ready.
    func running(
        while body: @Sendable () async throws -> Void, afterwards: @Sendable () async throws -> Void
    ) async throws {
        for node in nodes { servers.append(try node.startServer(settings: ["TESSERA_LOG_LEVEL": "warning"])) }
        for server in servers { try await server.untilReady() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.rage() }
            defer { isOver = true }
            try await body()
            isOver = true
            try await group.waitForAll()
        }
        for server in servers { try await server.untilReady() }
        try await afterwards()
        for server in servers { _ = try await server.stop().succeeded("tessera serve") }
    }

    private func rage() async throws {
        while !isOver {
            try await Task.sleep(for: .milliseconds(Int.random(in: 200...1200)))
            guard !isOver else { return }
            if Bool.random() { try await killServer() } else { try await cutConnections() }
        }
    }

    private func killServer() async throws {
        let victim = servers.indices.randomElement() ?? 0
        if !servers[victim].program.isRunning { fallen.append(servers[victim].program.log) }
        try await servers[victim].crash()
        killedCount += 1
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...500)))
        servers[victim] = try nodes[victim].startServer(settings: ["TESSERA_LOG_LEVEL": "warning"])
        try await servers[victim].untilReady()
    }

    /// Cuts connections, first those that are in the middle of making awards and credentials.
    private func cutConnections() async throws {
        let count = try await nodes[0].administrator(
            """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(victim.pid))
            FROM (
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'tessera serve'
                ORDER BY state <> 'idle' AND query LIKE '%credential.%' DESC, random()
                LIMIT 3
            ) AS victim
            """)
        cutCount += Int(count) ?? 0
    }
}
