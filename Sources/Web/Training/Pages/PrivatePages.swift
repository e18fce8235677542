internal import HTTPTypes
internal import Hummingbird

/// Keeps answers that are made for one reader out of every cache, refusals included.
struct PrivatePages: RouterMiddleware {
    typealias Context = TesseraRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            var response = try await next(request, context)
            response.headers[.cacheControl] = "no-store"
            return response
        } catch var problem as Problem {
            problem.headers[.cacheControl] = "no-store"
            throw problem
        }
    }
}
