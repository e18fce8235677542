public import Awarding
public import Evaluation
internal import Frameworks
internal import HTTPTypes
public import Hummingbird
internal import HummingbirdCore
public import LearningRecords
public import LibPQ
public import Logging
public import Operations
public import Signatures
internal import Training

/// The HTTP interfaces of Tessera.
public struct TesseraApplication: Sendable {
    /// What the interfaces are made of.
    public struct Parts: Sendable {
        /// Connections to the database.
        public var pool: ConnectionPool
        /// Statements in and out.
        public var statements: StatementStore
        /// API keys.
        public var keys: APIKeyStore
        /// Issued credentials.
        public var credentials: CredentialStore
        /// Who issues them.
        public var issuer: IssuerIdentity
        /// Who is trusted to sign statements.
        public var signatures: SignatureVerifier
        /// How large what clients send may be.
        public var limits: RequestLimits
        /// Who may reach the interfaces, from where, and how often.
        public var access: AccessSettings
        /// The interfaces for W3C's test suites; none without a wish for them.
        public var testProfile: TestProfile?
        /// What of others may be fetched to verify their credentials.
        public var fetching: FetchSettings
        /// How much of the database evaluators take.
        public var evaluation: EvaluationLimits
        /// Whether the database answers and is migrated.
        public var isReady: @Sendable () async throws -> Bool

        /// Puts the parts together.
        public init(
            pool: ConnectionPool, statements: StatementStore, keys: APIKeyStore,
            credentials: CredentialStore, issuer: IssuerIdentity,
            signatures: SignatureVerifier = SignatureVerifier(), limits: RequestLimits = RequestLimits(),
            access: AccessSettings = AccessSettings(), testProfile: TestProfile? = nil,
            fetching: FetchSettings = FetchSettings(), evaluation: EvaluationLimits = EvaluationLimits(),
            isReady: @escaping @Sendable () async throws -> Bool
        ) {
            self.pool = pool
            self.statements = statements
            self.keys = keys
            self.credentials = credentials
            self.issuer = issuer
            self.signatures = signatures
            self.limits = limits
            self.access = access
            self.testProfile = testProfile
            self.fetching = fetching
            self.evaluation = evaluation
            self.isReady = isReady
        }
    }

    let parts: Parts
    private let authenticator: CallerAuthenticator
    private let metrics = RequestMetrics()
    let pages: Pages

    /// Makes the interfaces.
    public init(_ parts: Parts) throws {
        self.parts = parts
        authenticator = CallerAuthenticator(
            keys: KeyAuthenticator(keys: parts.keys), tokens: parts.access.tokens,
            rate: RateLimiter(perSecond: parts.access.requestsPerSecond))
        pages = try Pages()
    }

    /// The server that offers them.
    public func server(
        host: String, port: Int, logger: Logger, onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let direct = DirectStatements(
            controller: statements, authenticator: authenticator, metrics: metrics,
            fields: Self.commonFields(variesByOrigin: !parts.access.origins.isEmpty), logger: logger)
        var application = Application(
            responder: ForeignForms(
                responder: AlternateRequestSyntax(
                    responder: router().buildResponder(), maximumBytes: parts.limits.statementBodyBytes)),
            server: HTTPServerBuilder { LoopBoundChannel(base: HTTP1Channel(responder: $0), statements: direct) },
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: Self.name),
            onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? port) },
            logger: logger)
        application.addServices(KeyUseRecorder(authenticator: authenticator.keys, keys: parts.keys, logger: logger))
        return application
    }

    private static let name = "Tessera"

    /// Header fields of every answer, for those that the router does not give.
    private static func commonFields(variesByOrigin: Bool) -> [HTTPField] {
        let server = HTTPField(name: .server, value: name)
        return variesByOrigin ? [server, HTTPField(name: .vary, value: "Origin")] : [server]
    }

    func router() -> Router<TesseraRequestContext> {
        let router = Router(context: TesseraRequestContext.self, options: .autoGenerateHeadEndpoints)
        // What these do to each answer, DirectStatements does to its own.
        router.addMiddleware {
            HeadMiddleware()
            MetricsMiddleware(metrics: metrics)
            XAPIVersionMiddleware()
            BrowserAccess(origins: parts.access.origins)
            ProblemMiddleware()
        }
        HealthController(isReady: parts.isReady).addRoutes(to: router)
        MetricsController(requests: metrics, store: parts.statements, pool: parts.pool, rate: authenticator.rate)
            .addRoutes(to: router)
        router.get("/") { _, _ in try pages.home(base: parts.issuer.baseURL) }
        ProfileController(pages: pages).addRoutes(to: router)
        let proposals = ProposalStore(pool: parts.pool)
        let frameworks = PublishedFrameworks(pool: parts.pool, baseURL: parts.issuer.baseURL)
        FrameworkController(
            reader: FrameworkReader(pool: parts.pool), proposals: proposals, frameworks: frameworks, pages: pages
        ).addRoutes(to: router)
        CASEController(frameworks: frameworks, baseURL: parts.issuer.baseURL).addRoutes(to: router)
        addLearningRecords(to: router)
        let verification = Verification(
            credentials: parts.credentials, identity: parts.issuer, fetching: parts.fetching)
        addCredentials(to: router, verification: verification)
        if let profile = parts.testProfile {
            TestProfileController(profile: profile, limits: parts.limits).addRoutes(to: router)
        }
        let api = Self.api(router).add(middleware: CallerMiddleware(authenticator: authenticator))
        let training = TrainingAccess(pool: parts.pool)
        let plain = Self.api(router).add(middleware: CallerMiddleware(authenticator: authenticator))
            .add(middleware: NoParameters())
        PartnersController(access: training, limits: parts.limits).addRoutes(to: plain)
        CurriculaController(access: training, limits: parts.limits).addRoutes(to: plain)
        InstrumentsController(access: training, limits: parts.limits).addRoutes(to: plain)
        PilotsController(access: training, limits: parts.limits).addRoutes(to: plain)
        MethodologyController(access: training, limits: parts.limits).addRoutes(to: plain)
        FindingsController(access: training, limits: parts.limits).addRoutes(to: api)
        ActionsController(access: training, limits: parts.limits).addRoutes(to: api)
        RulesController(access: training, limits: parts.limits).addRoutes(to: plain)
        AssessorsController(access: training, limits: parts.limits).addRoutes(to: plain)
        AwardsController(access: training, limits: parts.limits).addRoutes(to: api)
        LaunchContextsController(access: training, base: parts.issuer.baseURL).addRoutes(to: api)
        let keyed = KeyedPages(access: training, authenticator: authenticator, pages: pages)
        TrainingPagesController(keyed: keyed).addRoutes(to: router)
        MethodologyPagesController(keyed: keyed).addRoutes(to: router)
        ActionPagesController(keyed: keyed).addRoutes(to: router)
        let proposalsController = ProposalsController(proposals: proposals, limits: parts.limits)
        // What is published can be read without a key, as the framework's pages can.
        proposalsController.addReading(to: Self.api(router))
        proposalsController.addRoutes(to: api)
        let frameworksController = FrameworksController(
            exchange: FrameworkExchange(pool: parts.pool, baseURL: parts.issuer.baseURL),
            reader: FrameworkReader(pool: parts.pool), limits: parts.limits)
        frameworksController.addReading(to: Self.api(router))
        frameworksController.addRoutes(to: api)
        addEvaluation(to: router, api: api)
        addReports(to: router, api: api, keyed: keyed)
        CredentialListController(credentials: parts.credentials, identity: parts.issuer).addRoutes(to: api)
        RevocationController(credentials: parts.credentials, limits: parts.limits).addRoutes(to: api)
        addWallets(to: router, api: api, verification: verification)
        ClaimLinksController(access: training, limits: parts.limits, baseURL: parts.issuer.baseURL).addRoutes(to: api)
        HolderErasureController(
            eraser: HolderEraser(CallerDatabase(pool: parts.pool, partner: nil)), limits: parts.limits
        ).addRoutes(to: api)
        StatementQueryController(resource: statements).addRoutes(to: api)
        QuarantineController(quarantine: quarantine, limits: parts.limits).addRoutes(to: api)
        StatementTransferController(store: parts.statements, pool: parts.pool, binder: binder).addRoutes(to: api)
        return router
    }

    /// What all of `/api` has in common; callers are not known yet.
    private static func api(_ router: Router<TesseraRequestContext>) -> RouterGroup<TesseraRequestContext> {
        router.group("api").add(middleware: BodyCharset())
    }

    private func addEvaluation(
        to router: Router<TesseraRequestContext>, api: RouterGroup<TesseraRequestContext>
    ) {
        let reader = EvaluationReader(pool: parts.pool, limits: parts.evaluation)
        EvaluationPageController(reader: reader, pages: pages).addRoutes(to: router)
        let controller = EvaluationController(reader: reader)
        // What views there are is no secret; their rows are.
        controller.addDictionary(to: Self.api(router))
        controller.addRoutes(to: api)
    }

    private func addReports(
        to router: Router<TesseraRequestContext>, api: RouterGroup<TesseraRequestContext>, keyed: KeyedPages
    ) {
        let access = ReportAccess(training: keyed.access, pool: parts.pool)
        let base = parts.issuer.baseURL
        ReportsController(access: access, limits: parts.limits, base: base).addRoutes(to: api)
        ReportPagesController(keyed: keyed, access: access, base: base).addRoutes(to: router)
        ReportSchema(base: base).addRoutes(to: router)
    }

    private var quarantine: QuarantineStore {
        QuarantineStore(pool: parts.pool, statements: parts.statements, binder: binder)
    }

    private var binder: AttachmentBinder {
        AttachmentBinder(store: AttachmentStore(pool: parts.pool), verifier: parts.signatures)
    }

    private var statements: StatementsController {
        StatementsController(
            store: parts.statements, attachments: AttachmentStore(pool: parts.pool), binder: binder,
            quarantine: quarantine, limits: parts.limits, authorityHomePage: parts.issuer.baseURL + "/keys")
    }

    private func addLearningRecords(to router: Router<TesseraRequestContext>) {
        AboutController().addRoutes(to: router)
        let xapi = router.group("xapi").add(middleware: ConsistencyMiddleware(store: parts.statements))
            .add(middleware: XAPIMiddleware(authenticator: authenticator))
        statements.addRoutes(to: xapi)
        let documents = DocumentStore(pool: parts.pool)
        for resource in DocumentResource.allCases {
            DocumentController(resource: resource, store: documents, limits: parts.limits).addRoutes(to: xapi)
        }
        AgentsController(store: parts.statements).addRoutes(to: xapi)
        ActivitiesController(store: parts.statements).addRoutes(to: xapi)
    }

    private func addCredentials(to router: Router<TesseraRequestContext>, verification: Verification) {
        let files = CredentialFiles(
            credentials: parts.credentials, names: parts.credentials.named(by: parts.issuer),
            baseURL: parts.issuer.baseURL)
        CredentialsController(credentials: parts.credentials, verification: verification, files: files, pages: pages)
            .addRoutes(to: router)
        AchievementsController(
            achievements: AchievementStore(pool: parts.pool, identity: parts.issuer), files: files, pages: pages
        ).addRoutes(to: router)
        addHolders(to: router, verification: verification, files: files)
        IssuerController(credentials: parts.credentials, identity: parts.issuer, pages: pages).addRoutes(to: router)
        OpenAPIController(pages: pages).addRoutes(to: Self.api(router))
        VerifyPagesController(verification: verification, rate: authenticator.rate, pages: pages).addRoutes(to: router)
        // Employers verify without a key.
        VerifyController(verification: verification, rate: authenticator.rate).addRoutes(to: Self.api(router))
    }

    /// Pages of holders, who have no key but links.
    private func addHolders(
        to router: Router<TesseraRequestContext>, verification: Verification, files: CredentialFiles
    ) {
        let perSecond = min(parts.access.requestsPerSecond, VisitorLimit.perSecond)
        let group = router.group().add(middleware: ConfidentialPages()).add(middleware: ProblemPages(pages: pages))
            .add(middleware: VisitorLimit(rate: RateLimiter(perSecond: perSecond)))
        let access = HolderAccess(holders: HolderStore(pool: parts.pool), baseURL: parts.issuer.baseURL)
        let shares = ShareLinkStore(pool: parts.pool)
        ClaimController(access: access, pages: pages).addRoutes(to: group)
        HolderController(access: access, shares: shares, files: files, pages: pages, baseURL: parts.issuer.baseURL)
            .addRoutes(to: group)
        SharedCredentialsController(shares: shares, verification: verification, files: files, pages: pages)
            .addRoutes(to: group)
    }
}
