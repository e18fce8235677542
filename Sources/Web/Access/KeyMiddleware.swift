internal import FoundationEssentials
internal import Hummingbird
internal import Logging
internal import Operations

/// Lets only requests with a living key through.
struct KeyMiddleware: RouterMiddleware {
    typealias Context = TesseraRequestContext

    let authenticator: KeyAuthenticator

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        let key = try await authenticator.key(of: request)
        context.key = key
        context.logger[metadataKey: "key"] = .string(key.id.uuidString.lowercased())
        return try await next(request, context)
    }
}

extension TesseraRequestContext {
    /// The request's key, if it may do what one of these scopes stands for.
    /// - Throws: A 403 ``Problem`` that names the scopes.
    func requireKey(_ scopes: Scope...) throws -> APIKey {
        guard let key else {
            throw Problem(.unauthorized, "unauthorized", "Give a key's name and secret by HTTP Basic.")
        }
        guard scopes.contains(where: key.grants) else {
            let names = scopes.map(\.rawValue).joined(separator: " or ")
            throw Problem(.forbidden, "forbidden", "This key lacks the scope \(names).")
        }
        return key
    }
}
