internal import HTTPTypes
internal import Hummingbird

/// Refuses what a page of another origin has a browser post with a key that the browser remembers.
///
/// Whoever has read a partner's pages has a browser that adds the key to every request here, also to those that another
/// site's form or script makes (cross-site request forgery). A browser posts without asking first (Fetch §3.3) only
/// what forms can send: so those are refused, where they come from elsewhere and have a key in their header. Courses
/// on other origins are not meant: what they post has a type or a header field that browsers ask about beforehand, and
/// then a browser gives no key that it remembers.
struct ForeignForms<Responder: HTTPResponder>: HTTPResponder where Responder.Context == TesseraRequestContext {
    let responder: Responder

    func respond(to request: Request, context: TesseraRequestContext) async throws -> Response {
        guard request.method == .post, request.headers[.authorization] != nil, Self.isUnasked(request),
            request.isForeign
        else { return try await responder.respond(to: request, context: context) }
        return Problem(
            .forbidden, "foreign-form",
            "A page of another origin posts this with the key in the header and no X-Experience-API-Version: that may be "
                + "a key which the browser remembers. Send a Content-Type of its own, such as application/json."
        ).response
    }

    /// Whether a browser sends it without asking first whether it may.
    private static func isUnasked(_ request: Request) -> Bool {
        guard request.headers[.xapiVersion] == nil else { return false }
        let types: Set<String?> = [
            nil, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
        ]
        return types.contains(request.mediaType)
    }
}
