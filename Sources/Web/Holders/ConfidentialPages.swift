internal import HTTPTypes
internal import Hummingbird

/// Keeps answers whose address is a secret, or that are one person's, out of caches, referrers and search engines;
/// refusals included.
struct ConfidentialPages: RouterMiddleware {
    typealias Context = TesseraRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            var response = try await next(request, context)
            for field in Self.fields { response.headers[field.name] = field.value }
            return response
        } catch var problem as Problem {
            for field in Self.fields { problem.headers[field.name] = field.value }
            throw problem
        }
    }

    private static let fields: HTTPFields = [
        .cacheControl: "no-store", .referrerPolicy: "no-referrer", .robotsTag: "noindex, nofollow",
    ]
}
