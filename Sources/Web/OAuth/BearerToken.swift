internal import Awarding
internal import HTTPTypes
internal import Hummingbird

extension Request {
    /// The secret in a bearer token of ours (RFC 6750 §2.1).
    /// - Throws: ``OAuthError`` with 401: without a code where there is no token, as RFC 6750 §3.1 wants it.
    func bearerSecret() throws(OAuthError) -> LinkSecret {
        guard let header = headers[.authorization] else { throw Self.noToken }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Self.noToken }
        guard let secret = LinkSecret(parts[1].drop { $0 == " " }) else {
            throw OAuthError(IssuanceError(.invalidToken, "There is no such token, or it has expired."))
        }
        return secret
    }

    private static var noToken: OAuthError {
        OAuthError(
            "invalid_token", "Send an access token as a bearer token.", status: .unauthorized,
            headers: [.wwwAuthenticate: #"Bearer realm="tessera""#])
    }
}
