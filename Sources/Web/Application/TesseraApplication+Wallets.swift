internal import Awarding
internal import Hummingbird

extension TesseraApplication {
    /// What holders take elsewhere: into wallets (OpenID4VCI), and to hosts of badges (Open Badges 3.0 API).
    func addWallets(
        to router: Router<TesseraRequestContext>, api: RouterGroup<TesseraRequestContext>, verification: Verification
    ) {
        let base = parts.issuer.baseURL
        let wallets = WalletIssuer(pool: parts.pool, identity: parts.issuer)
        let hosts = HostStore(pool: parts.pool)
        // Whoever has no key is counted by address; many people's wallets and hosts are programs behind one.
        let limit = VisitorLimit(rate: RateLimiter(perSecond: min(parts.access.requestsPerSecond, 200)))
        let visitors = router.group().add(middleware: limit)
        WalletMetadataController(identity: parts.issuer, credentials: parts.credentials).addRoutes(to: router)
        let hostTokens = HostTokenController(hosts: hosts)
        OAuthTokenController(issuer: wallets, hosts: hostTokens).addRoutes(to: visitors)
        CredentialIssuanceController(issuer: wallets).addRoutes(to: visitors)
        let offers = CredentialOffersController(
            pool: parts.pool, issuer: wallets, baseURL: base, limits: parts.limits)
        offers.addOffers(to: visitors)
        offers.addRoutes(to: api)
        hostTokens.addRoutes(to: visitors)
        addHosts(hosts, limit, to: router, verification: verification)
        let access = HolderAccess(holders: HolderStore(pool: parts.pool), baseURL: base)
        let people = visitors.group().add(middleware: ConfidentialPages()).add(middleware: ProblemPages(pages: pages))
        HolderWalletController(
            access: access, passports: PassportIssuer(pool: parts.pool, identity: parts.issuer), pages: pages,
            baseURL: base
        ).addRoutes(to: people)
        HostConsentController(access: access, hosts: hosts, pages: pages, baseURL: base).addRoutes(to: people)
    }

    private func addHosts(
        _ hosts: HostStore, _ limit: VisitorLimit, to router: Router<TesseraRequestContext>, verification: Verification
    ) {
        let discovery = HostDiscoveryController(identity: parts.issuer, pages: pages)
        discovery.addPages(to: router)
        let group = router.group("ims/ob/v3p0").add(middleware: HostProblems()).add(middleware: limit)
        discovery.addRoutes(to: group)
        let access = HostAccess(hosts: hosts)
        HostCredentialsController(
            access: access, verification: verification, baseURL: parts.issuer.baseURL
        ).addRoutes(to: group)
        HostProfileController(access: access).addRoutes(to: group)
    }
}
