internal import FoundationEssentials
internal import Hummingbird
internal import LearningRecords
internal import Operations
internal import XAPI

/// `/xapi/statements` (xAPI 2.0 §4.1.3).
struct StatementsController {
    let store: StatementStore
    let attachments: AttachmentStore
    let binder: AttachmentBinder
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

    /// Who vouches for what a caller stores (xAPI 2.0 §4.2.3.6).
    ///
    /// Where a bearer token names an application that acts for its subject, they vouch together.
    func authority(of caller: Caller) -> Authority {
        Authority(
            accountHomePage: caller.homePage ?? authorityHomePage, name: caller.accountName,
            application: caller.application)
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
