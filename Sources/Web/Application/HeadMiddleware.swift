internal import HTTPTypes
internal import Hummingbird

/// Answers to HEAD have no body, errors included: a body would be read as the beginning of the next answer.
struct HeadMiddleware: RouterMiddleware {
    typealias Context = TesseraRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        return request.method == .head ? response.createHeadResponse() : response
    }
}
