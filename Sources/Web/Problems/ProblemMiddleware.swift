internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Turns every error into problem details, and notes those that are ours.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = TesseraRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return Problem(.notFound, "not-found", "Nothing is served at \(request.uri.path).").response
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 {
                context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
            }
            return problem.response
        }
    }
}
