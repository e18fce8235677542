internal import HTTPTypes
internal import Hummingbird
internal import Operations

/// Finds out who makes a request: the holder of an API key (HTTP Basic), or whom a bearer token names (RFC 6750).
struct CallerAuthenticator: Sendable {
    let keys: KeyAuthenticator
    /// Knows the tokens of the issuer that is configured, if one is.
    let tokens: TokenVerifier?
    let rate: RateLimiter

    /// The caller of a request, who has not asked for too much of late.
    /// - Throws: A 401, 429 or 503 ``Problem``.
    func caller(of request: Request) async throws -> Caller {
        let caller = try await identify(request.headers[.authorization])
        try rate.admit(caller)
        return caller
    }

    private func identify(_ header: String?) async throws -> Caller {
        if let header {
            if let caller = keys.remembered(by: header) { return caller }
            if let credentials = BasicCredentials(header) {
                return try await keys.caller(of: credentials, header: header)
            }
        }
        guard let tokens, let token = Self.bearerToken(header) else {
            let bearer = tokens == nil ? "" : ", or a bearer token"
            throw Self.refusal("Give a key's name and secret by HTTP Basic\(bearer).", acceptsTokens: tokens != nil)
        }
        do { return try await tokens.caller(of: token) } catch {
            switch error {
            case .invalid(let reason): throw Self.refusal(token: reason)
            case .keysUnavailable:
                throw Problem(
                    .serviceUnavailable, "issuer-unavailable",
                    "The keys of the tokens' issuer cannot be had at the moment; come again.",
                    headers: [.retryAfter: "10"])
            }
        }
    }

    private static func bearerToken(_ header: String?) -> String? {
        guard let header else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1].drop { $0 == " " })
    }

    /// Who calls is not known.
    static func refusal(_ detail: String, acceptsTokens: Bool = false) -> Problem {
        var headers: HTTPFields = [.wwwAuthenticate: #"Basic realm="tessera", charset="UTF-8""#]
        if acceptsTokens { headers.append(HTTPField(name: .wwwAuthenticate, value: #"Bearer realm="tessera""#)) }
        return Problem(.unauthorized, "unauthorized", detail, headers: headers)
    }

    /// A token names nobody (RFC 6750 §3.1).
    private static func refusal(token reason: String) -> Problem {
        let description = reason.replacing("\"", with: "'").replacing("\\", with: "/").filter {
            (" "..."~").contains($0)
        }
        let challenge = #"Bearer realm="tessera", error="invalid_token", error_description="\#(description)""#
        return Problem(
            .unauthorized, "invalid-token", "The bearer token is refused: \(reason).",
            headers: [.wwwAuthenticate: challenge])
    }
}
