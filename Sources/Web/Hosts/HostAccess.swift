internal import Awarding
internal import HTTPTypes
internal import Hummingbird

/// Knows the host that makes a request, and whom it is let in by, by its access token.
struct HostAccess: Sendable {
    let hosts: HostStore

    /// The host of a request, if it may do what a scope stands for.
    /// - Throws: ``HostProblem`` with 401 or 403, and a challenge that says why (RFC 6750 §3.1).
    func guest(of request: Request, for scope: HostScope) async throws -> HostGuest {
        guard let guest = try await hosts.guest(try request.bearerSecret()) else {
            throw OAuthError(IssuanceError(.invalidToken, "There is no such token, or it has expired."))
        }
        guard guest.scopes.contains(scope) else {
            throw HostProblem(
                .forbidden, .forbidden, "The token lacks the scope \(scope.rawValue).",
                headers: [
                    .wwwAuthenticate:
                        #"Bearer realm="tessera", error="insufficient_scope", scope="\#(scope.rawValue)""#
                ])
        }
        return guest
    }
}
