internal import Awarding
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird

/// Knows the host that makes a request by its `client_id` and secret (HTTP Basic; RFC 6749 §2.3.1).
struct HostClientAuthenticator: Sendable {
    let hosts: HostStore

    /// The host of a request.
    /// - Throws: ``OAuthError`` with `invalid_client`.
    func client(of request: Request) async throws -> HostClient {
        guard let credentials = BasicCredentials(request.headers[.authorization]),
            let id = UUID(canonical: credentials.name), let client = try await hosts.client(id),
            client.accepts(secret: credentials.secret)
        else { throw OAuthError.invalidClient("Send client_id and client_secret by HTTP Basic.") }
        return client
    }
}
