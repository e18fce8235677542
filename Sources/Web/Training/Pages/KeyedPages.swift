internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// What the controllers of pages have in common that are made for the holder of a key.
struct KeyedPages {
    let access: TrainingAccess
    let authenticator: CallerAuthenticator
    let pages: Pages

    /// The routes of such pages: kept out of caches, refusals told as pages, callers known.
    func group(of router: Router<TesseraRequestContext>) -> RouterGroup<TesseraRequestContext> {
        router.group().add(middleware: PrivatePages()).add(middleware: ProblemPages(pages: pages))
            .add(middleware: CallerMiddleware(authenticator: authenticator))
    }

    /// Who reads, if it may, and wants a page.
    func reader(_ request: Request, _ context: TesseraRequestContext) throws -> Caller {
        _ = try QueryParameters(request, known: [])
        guard Accept(request.headers[.accept]).best(of: ["text/html"]) != nil else {
            throw Problem(.notAcceptable, "not-acceptable", "Served is: text/html.")
        }
        return try context.requireCaller(.trainingRead)
    }

    /// A document that a page is made of; 404 when there is no such thing, or not for the caller.
    func found(_ document: [UInt8]?, _ what: String) throws -> JSONValue {
        guard let document else {
            throw Problem(.notFound, "not-found", "There is no \(what), or not for this key.")
        }
        return try JSONDocument(parsing: document).root
    }
}
