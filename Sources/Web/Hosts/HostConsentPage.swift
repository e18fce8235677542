internal import Awarding
internal import JSON

/// What a holder is shown before they let a host in.
struct HostConsentPage {
    let name: String
    let homePage: String
    let terms: String
    let policy: String
    let sentTo: String
    let account: String
    let wishes: [String]
    /// The address that the form is sent to: the request, once more.
    let action: String

    init(_ authorization: HostAuthorization, holder: Holder, query: String) {
        let registration = authorization.client.registration.root
        name = authorization.client.name
        homePage = authorization.client.homePage
        terms = registration["tos_uri"]?.string ?? ""
        policy = registration["policy_uri"]?.string ?? ""
        sentTo = HostAddress(authorization.redirectURI)?.origin ?? ""
        account = holder.identity
        wishes = authorization.scopes.map(\.words)
        action = "/oauth/authorize?" + query
    }
}

/// The hosts that a holder let in.
struct HostsPage {
    /// One of them.
    struct Host {
        let id: String
        let name: String
        let homePage: String
        let since: String
        let last: String
        let wishes: [String]
    }

    let hosts: [Host]
    let isEmpty: Bool

    init(_ json: JSONValue) {
        hosts = (json["hosts"]?.elements.map { $0 } ?? []).map { host in
            Host(
                id: host["id"]?.string ?? "", name: host["name"]?.string ?? "",
                homePage: host["homePage"]?.string ?? "", since: Self.day(host["grantedAt"]) ?? "",
                last: Self.day(host["lastUsedAt"]).map { "last used on \($0)" } ?? "not used yet",
                wishes: host["scopes"]?.elements.compactMap { $0.string.flatMap(HostScope.init)?.words } ?? [])
        }
        isEmpty = hosts.isEmpty
    }

    private static func day(_ value: JSONValue?) -> String? { value?.string.map { String($0.prefix(10)) } }
}
