internal import FoundationEssentials
internal import Hummingbird
internal import Logging
internal import Operations

/// Lets only requests through whose caller is known.
struct CallerMiddleware: RouterMiddleware {
    typealias Context = TesseraRequestContext

    let authenticator: CallerAuthenticator

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        let caller = try await authenticator.caller(of: request)
        context.caller = caller
        context.logger[metadataKey: "caller"] = .string(caller.id)
        return try await next(request, context)
    }
}

extension TesseraRequestContext {
    /// The request's caller, if it may do what one of these scopes stands for.
    /// - Throws: A 403 ``Problem`` that names the scopes.
    func requireCaller(_ scopes: Scope...) throws -> Caller {
        guard let caller else { throw CallerAuthenticator.refusal("Say who you are.") }
        guard scopes.contains(where: caller.grants) else {
            let names = scopes.map(\.rawValue).joined(separator: " or ")
            throw Problem(.forbidden, "forbidden", "You lack the scope \(names).")
        }
        return caller
    }
}
