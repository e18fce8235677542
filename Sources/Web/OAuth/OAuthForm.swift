internal import Hummingbird

/// The parameters of a request to one of OAuth's endpoints, each at most once; unknown ones are passed over (RFC 6749
/// §3.2).
struct OAuthForm {
    /// How large a form may be, in bytes.
    private static let maximumBytes = 64 << 10

    private var values: [String: String] = [:]

    /// Reads the body of a request.
    /// - Throws: ``OAuthError`` for what is no form or has a parameter twice, and a 413 ``Problem``.
    init(_ request: Request) async throws {
        guard request.mediaType == "application/x-www-form-urlencoded" else {
            throw OAuthError("invalid_request", "Send the parameters as application/x-www-form-urlencoded.")
        }
        let bytes = try await request.bytes(upTo: Self.maximumBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw OAuthError("invalid_request", "The form is not UTF-8.")
        }
        try self.init(text[...])
    }

    /// Reads the query of an address.
    /// - Throws: ``OAuthError`` for what is no query or has a parameter twice.
    init(query: String?) throws { try self.init((query ?? "")[...]) }

    private init(_ text: Substring) throws {
        let pairs: [(name: String, value: String)]
        do { pairs = try QueryParameters.pairs(of: text) } catch {
            throw OAuthError("invalid_request", "The parameters are not percent-encoded UTF-8.")
        }
        for (name, value) in pairs where !value.isEmpty {
            guard !value.unicodeScalars.contains("\0") else {
                throw OAuthError("invalid_request", "\(name.prefix(100)): U+0000 is not accepted.")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw OAuthError("invalid_request", "\(name.prefix(100)): it is given more than once.")
            }
        }
    }

    /// A parameter's value; one that is empty counts as not given (RFC 6749 §3.2).
    subscript(name: String) -> String? { values[name] }

    /// A parameter that has to be there.
    func require(_ name: String) throws(OAuthError) -> String {
        guard let value = values[name] else { throw OAuthError("invalid_request", "\(name): it is missing.") }
        return value
    }
}
