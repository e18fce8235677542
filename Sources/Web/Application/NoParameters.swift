internal import Hummingbird

/// Refuses every parameter of a query, for resources that have none.
///
/// A parameter that is passed over would be taken for one that was heeded: `?state=running` for a list of such pilots.
struct NoParameters: RouterMiddleware {
    typealias Context = TesseraRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        _ = try QueryParameters(request, known: [])
        return try await next(request, context)
    }
}
