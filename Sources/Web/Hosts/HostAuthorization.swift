internal import Awarding
internal import FoundationEssentials
internal import HTTPTypes

/// What a host asks of a holder by way of the holder's browser (RFC 6749 §4.1.1, with PKCE).
struct HostAuthorization {
    let client: HostClient
    let redirectURI: String
    let state: String
    let scopes: [HostScope]
    let challenge: String

    /// A fault of a request whose answer may be sent back to the host.
    struct Fault: Error {
        /// Where the browser is sent, with the error.
        let location: String
    }

    /// Reads the query of a request.
    /// - Throws: A 400 ``Problem`` for a host or address that isn't registered, of which only the person may be told;
    ///   ``Fault`` for everything else.
    init(_ query: String?, hosts: HostStore, issuer: String) async throws {
        let form: OAuthForm
        do { form = try OAuthForm(query: query) } catch let error as OAuthError {
            throw Problem(.badRequest, "authorization", error.description)
        }
        guard let client = try await form["client_id"].flatMap(UUID.init(canonical:)).asyncMap(hosts.client) else {
            throw Problem(
                .badRequest, "authorization",
                "The site that sent you here is not registered (client_id). Nothing was given to it.")
        }
        guard let redirectURI = form["redirect_uri"], client.isRedirectURI(redirectURI) else {
            throw Problem(
                .badRequest, "authorization",
                "The address that the answer is to be sent to (redirect_uri) is not one that the site registered. Nothing was given to it."
            )
        }
        let sentState = form["state"]
        func fault(_ code: String, _ description: String) -> Fault {
            Fault(
                location: Self.location(
                    redirectURI,
                    [("error", code), ("error_description", OAuthError.plain(description)), ("iss", issuer)]
                        + (sentState.map { [("state", $0)] } ?? [])))
        }
        guard let state = sentState, state.utf8.count <= 2000 else {
            throw fault("invalid_request", "state: it has to be there, with up to 2000 characters.")
        }
        guard form["response_type"] == "code" else {
            throw fault("unsupported_response_type", "response_type: only code.")
        }
        guard form["code_challenge_method"] == "S256", let challenge = form["code_challenge"],
            LinkSecret(challenge) != nil
        else {
            throw fault("invalid_request", "code_challenge: a SHA-256 in base64url, with code_challenge_method S256.")
        }
        guard let scopes = form["scope"].flatMap(HostScope.list), scopes.contains(where: { $0 != .offlineAccess }),
            scopes.allSatisfy(client.scopes.contains)
        else { throw fault("invalid_scope", "scope: those that were registered, one of them for something here.") }
        self.client = client
        self.redirectURI = redirectURI
        self.state = state
        self.scopes = scopes
        self.challenge = challenge
    }

    /// Where the browser is sent once the holder has let the host in.
    func granted(_ code: LinkSecret, issuer: String) -> String {
        Self.location(
            redirectURI,
            [("code", code.text), ("scope", HostScope.text(scopes)), ("state", state), ("iss", issuer)])
    }

    /// Where the browser is sent once the holder has refused.
    func denied(issuer: String) -> String {
        Self.location(
            redirectURI,
            [
                ("error", "access_denied"), ("error_description", "The holder refused."), ("state", state),
                ("iss", issuer),
            ])
    }

    /// An address with parameters added to its query.
    static func location(_ uri: String, _ parameters: [(String, String)]) -> String {
        let query = parameters.map { "\($0.0)=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
        return uri + (uri.contains("?") ? "&" : "?") + query
    }
}
