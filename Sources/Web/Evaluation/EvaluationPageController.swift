internal import Evaluation
internal import Hummingbird

/// `/evaluation`: the data dictionary for people; it shows no data, so no key is needed.
struct EvaluationPageController {
    let reader: EvaluationReader
    let pages: Pages

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.group().add(middleware: ProblemPages(pages: pages)).get("evaluation") { request, _ in
            _ = try QueryParameters(request, known: [])
            guard Accept(request.headers[.accept]).best(of: ["text/html"]) != nil else {
                throw Problem(.notAcceptable, "not-acceptable", "Served is: text/html.")
            }
            let html = try pages.html("dictionary", DataDictionary(try await reader.views()))
            return try pages.cached(html, for: request, vary: "Accept")
        }
    }
}
