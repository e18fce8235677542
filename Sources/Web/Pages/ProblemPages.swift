internal import HTTPTypes
internal import Hummingbird

/// Tells people of problems by pages, where their browsers ask for pages; programs get problem details.
struct ProblemPages: RouterMiddleware {
    typealias Context = TesseraRequestContext

    let pages: Pages

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem where problem.status.code < 500 {
            let offered = ["application/problem+json", "application/json", "text/html"]
            guard Accept(request.headers[.accept]).best(of: offered) == "text/html" else { throw problem }
            var headers = problem.headers
            headers[.vary] = "Accept"
            let page = ProblemPage(title: problem.status.reasonPhrase, detail: problem.detail)
            return try pages.page("problem", page, status: problem.status, headers: headers)
        }
    }
}

/// What the page of a problem shows.
private struct ProblemPage {
    let title: String
    let detail: String
}
