internal import Awarding
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird

/// Knows the holder whose browser makes a request, by the cookie that a claim link set.
///
/// The cookie is of no use to other sites: browsers send it with links that are followed, but not with forms and scripts
/// of others (`SameSite=Lax`), and scripts cannot read it. What changes something has to come from pages of ours by
/// ``requireOwnForm(_:)`` besides.
struct HolderAccess: Sendable {
    let holders: HolderStore
    /// The name of the cookie.
    ///
    /// Where the pages are reached by TLS, browsers take `__Host-` from nobody but this host.
    let cookie: String
    private let isSecure: Bool

    init(holders: HolderStore, baseURL: String) {
        self.holders = holders
        isSecure = baseURL.hasPrefix("https:")
        cookie = isSecure ? "__Host-tessera-holder" : "tessera-holder"
    }

    /// The holder of a request; nil when nobody is let in by it.
    func holder(of request: Request) async throws -> Holder? {
        guard let secret = session(of: request) else { return nil }
        return try await holders.holder(secret)
    }

    /// The holder of a request.
    /// - Throws: A 401 ``Problem`` that says how to be let in.
    func requireHolder(of request: Request) async throws -> Holder {
        guard let holder = try await holder(of: request) else {
            throw Problem(
                .unauthorized, "no-holder",
                "Open the link that your training organisation gave you; it lets you in for some hours.",
                headers: [.wwwAuthenticate: #"ClaimLink realm="tessera""#])
        }
        return holder
    }

    /// Refuses forms that are sent from pages of others.
    /// - Throws: A 403 ``Problem``.
    func requireOwnForm(_ request: Request) throws {
        // Our own pages tell nobody where they are from, and browsers then call their origin "null".
        let isNameless = request.headers[.secFetchSite] == nil && request.headers[.origin] == "null"
        guard isNameless || !request.isForeign else {
            throw Problem(.forbidden, "foreign-form", "This was sent from another site. Do it on the page here.")
        }
    }

    /// The cookie that lets a browser in until a session ends.
    func setCookie(for session: OpenedSession, now: Date = Date()) -> String {
        setCookie(session.secret.text, seconds: max(0, Int(session.endsAt.timeIntervalSince(now))))
    }

    /// The cookie that takes the place of one that lets a browser in.
    var clearCookie: String { setCookie("", seconds: 0) }

    /// The secret of the session that a request's cookie names.
    func session(of request: Request) -> LinkSecret? {
        for field in request.headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, parts[0].drop(while: \.isWhitespace) == cookie[...] else { continue }
                return LinkSecret(parts[1])
            }
        }
        return nil
    }

    private func setCookie(_ value: String, seconds: Int) -> String {
        "\(cookie)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
    }
}
