internal import Awarding
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// An error in the form that OAuth 2.0 has for it (RFC 6749 §5.2, RFC 6750 §3), which OpenID4VCI takes over.
///
/// Only these interfaces answer so: their clients read `error` and know no problem details.
struct OAuthError: Error {
    /// The HTTP status.
    var status: HTTPResponse.Status = .badRequest
    /// The error's code, such as `invalid_grant`.
    let code: String
    /// What is wrong, in words; characters that OAuth doesn't allow are replaced.
    let description: String
    /// Further header fields.
    var headers: HTTPFields = [:]

    init(_ code: String, _ description: String, status: HTTPResponse.Status = .badRequest, headers: HTTPFields = [:]) {
        self.status = status
        self.code = code
        self.description = Self.plain(description)
        self.headers = headers
    }

    /// The error as a bearer token's user is told of it: with a challenge, where the token is at fault.
    init(_ error: IssuanceError) {
        self.init(error.code.rawValue, error.description)
        guard error.code == .invalidToken else { return }
        status = .unauthorized
        headers[.wwwAuthenticate] =
            #"Bearer realm="tessera", error="invalid_token", error_description="\#(description)""#
    }

    /// The refusal of a client that doesn't say who it is, or says it wrongly (RFC 6749 §5.2).
    static func invalidClient(_ description: String) -> OAuthError {
        OAuthError(
            "invalid_client", description, status: .unauthorized,
            headers: [.wwwAuthenticate: #"Basic realm="tessera", charset="UTF-8""#])
    }

    /// The answer; no cache keeps it.
    var response: Response {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("error", string: code)
            writer.member("error_description", string: description)
        }
        var headers = headers
        headers[.cacheControl] = "no-store"
        return .json(writer.bytes, status: status, headers: headers)
    }

    /// ASCII without quotation marks and backslashes, which are all that descriptions may have.
    static func plain(_ text: String) -> String {
        String(
            text.prefix(500).unicodeScalars.map { scalar in
                switch scalar {
                case "\"", "\u{201C}", "\u{201D}", "\u{2019}": "'"
                case " "..."~" where scalar != "\\": Character(scalar)
                default: "?"
                }
            })
    }
}

extension OAuthError {
    /// What `body` answers, or an error of its own in OAuth's form.
    static func answering(_ body: () async throws -> Response) async throws -> Response {
        do { return try await body() } catch let error as OAuthError {
            return error.response
        } catch let error as IssuanceError {
            return OAuthError(error).response
        }
    }
}
