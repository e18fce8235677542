import ArgumentParser
import Logging
import Operations
import ServiceLifecycle
import UnixSignals
import Web

/// `tessera serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the HTTP interfaces, until SIGTERM or SIGINT.")

    @Option(help: "The address to listen on. [TESSERA_HOST] (default: 127.0.0.1)")
    var host: String?

    @Option(help: "The port to listen on. [TESSERA_PORT] (default: 8080)")
    var port: String?

    @Option(help: "The URL under which others reach this installation; credentials name it. [TESSERA_BASE_URL]")
    var baseURL: String?

    @Flag(
        help: """
            For tests only: let W3C's test suites have credentials issued and verified, by issuers of their own. \
            [TESSERA_VC_API_TEST_PROFILE=1]
            """)
    var vcAPITestProfile = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        MemoryReuse.begin()
        let settings = try options.settings(flags: [
            "host": host, "port": port, "base_url": baseURL,
            "vc_api_test_profile": vcAPITestProfile ? "1" : nil,
        ])
        LoggingSystem.bootstrap { JSONLogHandler(label: $0, logLevel: settings.logLevel) }
        let logger = Logger(label: "tessera")
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = []
        let server: ServerService
        if let url = settings.databaseURL {
            server = ServerService(settings: settings, database: DatabaseAccess(url: url), cluster: nil, logger: logger)
        } else {
            let cluster = try EmbeddedCluster(dataDirectory: settings.dataDirectory, logger: logger)
            // First in, last out: the server is gone before its database stops.
            services.append(.init(service: cluster))
            server = ServerService(
                settings: settings, database: DatabaseAccess(cluster.address), cluster: cluster, logger: logger)
        }
        services.append(.init(service: server))
        try await ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
    }
}
