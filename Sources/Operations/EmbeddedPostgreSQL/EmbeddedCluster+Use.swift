public import Logging

extension EmbeddedCluster {
    /// Lends the cluster of a data folder to a command: the one that is served now, or one started just for it.
    ///
    /// ```swift
    /// try await EmbeddedCluster.withCluster(dataDirectory: ".tessera", logger: logger) { address in
    ///     address.connectionURI(role: "tessera_owner")
    /// }
    /// ```
    public static func withCluster<Result: Sendable>(
        dataDirectory: String,
        logger: Logger,
        _ body: (ClusterAddress) async throws -> Result
    ) async throws -> Result {
        let cluster = try EmbeddedCluster(dataDirectory: dataDirectory, logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await cluster.run() }
            let address: ClusterAddress
            do {
                try await cluster.waitUntilReady()
                address = cluster.address
            } catch let error as EmbeddedClusterError where error.code == .inUse {
                address = try await cluster.addressOfServedCluster(otherwise: error)
            }
            let result = try await body(address)
            group.cancelAll()
            while let outcome = await group.nextResult() { _ = outcome }
            return result
        }
    }

    /// Where the server that another process runs listens, once it is ready.
    private func addressOfServedCluster(otherwise error: EmbeddedClusterError) async throws -> ClusterAddress {
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline {
            if let file = servedPostmasterFile, file.isReady, let folder = file.socketFolder {
                return ClusterAddress(socketFolder: folder)
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw error
    }
}
