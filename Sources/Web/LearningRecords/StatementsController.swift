internal import FoundationEssentials
internal import Hummingbird
internal import LearningRecords
internal import Operations
internal import XAPI

/// `/xapi/statements` (xAPI 2.0 §4.1.3).
struct StatementsController {
    let store: StatementStore
    let quarantine: QuarantineStore
    let limits: RequestLimits
    /// What the accounts of this installation's keys have as home page.
    let authorityHomePage: String

    /// Adds the resource to a group of routes.
    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post("statements", use: post)
        group.put("statements", use: put)
        group.get("statements", use: get)
        group.refuseOtherMethods("statements", allowed: [.get, .head, .post, .put])
    }

    /// Who vouches for what a key stores.
    func authority(of key: APIKey) -> Authority {
        Authority(accountHomePage: authorityHomePage, name: key.id.uuidString.lowercased())
    }
}

extension TesseraRequestContext {
    /// The version of a request to `/xapi`.
    /// - Throws: A 400 ``Problem`` when there is none.
    func requireVersion() throws -> XAPIVersion {
        guard let xapiVersion else {
            throw Problem(.badRequest, "xapi-version", "X-Experience-API-Version is missing.")
        }
        return xapiVersion
    }
}
