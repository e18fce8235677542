internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords
internal import LibPQ
internal import XAPI

/// Says on every answer of the Statements resource, whoever gives it, through when what is stored can be read
/// (xAPI-Communication 2.1.3).
///
/// Who reads statements is told a moment of their own by ``StatementsController``; everybody else the last that was given.
struct ConsistencyMiddleware: RouterMiddleware {
    let store: StatementStore

    @concurrent func handle(
        _ request: Request, context: TesseraRequestContext,
        next: @concurrent (Request, TesseraRequestContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path == "/xapi/statements" else { return try await next(request, context) }
        var response: Response
        do { response = try await next(request, context) } catch {
            guard case let problem = Problem(error), problem.status.code < 500 else { throw error }
            response = problem.response
        }
        if response.headers[.xapiConsistentThrough] == nil, response.status.code < 500 {
            let through = try await store.recentlyConsistentThrough()
            response.headers[.xapiConsistentThrough] = XAPI.Timestamp.text(through.microseconds)
        }
        return response
    }
}
