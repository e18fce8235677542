internal import Awarding
internal import HTTPTypes
internal import Hummingbird

/// `GET /ims/ob/v3p0/discovery`: the service description; `/hosts`: terms and privacy, for people.
struct HostDiscoveryController {
    let identity: IssuerIdentity
    let pages: Pages

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        let document = HostDiscovery(identity: identity).json
        group.get("discovery") { _, _ in
            Response.json(document, headers: [.cacheControl: "public, max-age=3600", .accessControlAllowOrigin: "*"])
        }
    }

    func addPages(to router: Router<TesseraRequestContext>) {
        router.get("hosts") { _, _ in try pages.page("hosts", [String: String]()) }
    }
}
