import Awarding
import Credentials
import Evaluation
import LearningRecords
import LibPQ
import Logging
import Operations
import ServiceLifecycle
import Signatures
import Training
import Web

/// The server over its database: waits for the embedded cluster if there is one, then serves.
struct ServerService: Service {
    let settings: Settings
    let database: DatabaseAccess
    let cluster: EmbeddedCluster?
    let logger: Logger

    func run() async throws {
        let issuer = try await IssuerKeySources(settings).identity()
        if let cluster {
            try await cluster.waitUntilReady()
            // The embedded database is this process's alone; an external one is migrated when its operators say so.
            let result = try await Migrator(database.administrator, version: Tessera.version).migrate()
            logger.info(
                "migrated", metadata: ["applied": "\(result.applied.count)", "reapplied": "\(result.reapplied.count)"])
        }
        try await serve(issuer)
    }

    private func serve(_ issuer: IssuerIdentity) async throws {
        // Whoever waits longer for a connection than a few seconds is told to come again.
        let pool = ConnectionPool(
            database.service,
            options: PoolOptions(maximumConnections: settings.poolSize, acquireTimeout: .seconds(3)))
        let migrator = Migrator(database.administrator, version: Tessera.version)
        let keys = APIKeyStore(pool: pool)
        let bootstrap = try BootstrapKey(setting: settings.bootstrapKey, keys: keys, logger: logger)
        var limits = RequestLimits()
        limits.statementBodyBytes = settings.maxStatementBytes ?? limits.statementBodyBytes
        limits.attachmentBytes = settings.maxAttachmentBytes ?? limits.attachmentBytes
        limits.documentBytes = settings.maxDocumentBytes ?? limits.documentBytes
        let application = try TesseraApplication(
            TesseraApplication.Parts(
                pool: pool, statements: StatementStore(pool: pool), keys: keys,
                credentials: CredentialStore(pool: pool), issuer: issuer,
                signatures: SignatureVerifier(trusting: settings.trustedKeys()), limits: limits,
                access: AccessSettings(
                    tokens: TokenAccess.verifier(settings), origins: settings.corsOrigins,
                    requestsPerSecond: settings.requestsPerSecond),
                testProfile: testProfile(),
                fetching: FetchSettings(
                    isEnabled: settings.verifiesForeign, trustedOrigins: Set(settings.verifyOrigins)),
                evaluation: EvaluationLimits(connections: settings.poolSize),
                isReady: {
                    // Who is told that it is ready may use the first key.
                    guard bootstrap.isDone else { return false }
                    return try await pool.withConnection { db in try await migrator.isUpToDate(db) }
                }))
        let url = settings.publicURL
        let server = application.server(host: settings.host, port: settings.port, logger: logger) { port in
            logger.info("serving", metadata: ["url": "\(url)", "port": "\(port)"])
        }
        let worker = AwardWorker(
            finder: AwardFinder(pool: pool), issuer: CredentialIssuer(pool: pool, identity: issuer),
            lists: StatusListPublisher(pool: pool, identity: issuer), logger: logger)
        let rollups = RollupWorker(rollups: Rollups(pool: pool), logger: logger)
        let sweeper = AttachmentSweeper(store: AttachmentStore(pool: pool), logger: logger)
        let settler = ReferenceSettler(pool: pool, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: pool), .init(service: bootstrap), .init(service: worker), .init(service: rollups),
                    .init(service: sweeper), .init(service: settler), .init(service: server),
                ], logger: logger))
        try await withGracefulShutdownHandler {
            try await group.run()
        } onGracefulShutdown: {
            // A group inside a service hears of the shutdown only when it is told.
            Task { await group.triggerGracefulShutdown() }
        }
    }

    /// The interfaces for test suites, if they are wished for; everybody who reads the log is to know of them.
    private func testProfile() throws -> TestProfile? {
        guard settings.hasTestProfile else { return nil }
        let profile = TestProfile(
            proofKey: try SigningKeyFile(path: settings.testKeyPath("ed25519"), kind: .ed25519).loadOrCreate(),
            tokenKey: try SigningKeyFile(path: settings.testKeyPath("es256")).loadOrCreate(),
            baseURL: settings.publicURL)
        logger.critical(
            """
            THE VC-API TEST PROFILE IS ON: whoever reaches this server can have anything signed by its test issuers. \
            Never serve people with it.
            """, metadata: ["issuers": "\(profile.issuers.joined(separator: " "))"])
        return profile
    }
}

extension ServerService: CustomStringConvertible {
    /// Its name for the log: services are logged by description, and what they are made of is nobody's business.
    var description: String { "server" }
}
