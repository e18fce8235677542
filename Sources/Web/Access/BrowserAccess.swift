internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Lets pages of other origins call from a browser (CORS): courses post statements from where they are shown.
///
/// An origin gains no more than what its page has: a key or token that it sends itself. The one cookie that there is,
/// a holder's, is of no use to it: no origin is allowed credentials. Errors are told as well, or a page could not say
/// what is wrong.
struct BrowserAccess: RouterMiddleware {
    typealias Context = TesseraRequestContext

    private let anyOrigin: CORSMiddleware<Context>?
    private let origins: [String: CORSMiddleware<Context>]

    init(origins: [String]) {
        anyOrigin = origins.contains("*") ? Self.middleware(.all) : nil
        self.origins = Dictionary(origins.map { ($0, Self.middleware(.custom($0))) }) { $1 }
    }

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let origin = request.headers[.origin], let middleware = anyOrigin ?? origins[origin] else {
            var response = try await next(request, context)
            // Another origin gets another answer, and so must a cache tell them apart.
            if !origins.isEmpty { response.headers.append(HTTPField(name: .vary, value: "Origin")) }
            return response
        }
        var response = try await middleware.handle(request, context: context, next: next)
        // Hummingbird tells it in preflights only, where browsers don't look for it (Fetch §3.3.2).
        response.headers[.accessControlExposeHeaders] = request.method == .options ? nil : Self.exposed
        return response
    }

    /// What a page may read of an answer beside the few fields that every page may.
    private static let exposed = [
        HTTPField.Name.eTag, .lastModified, .link, .totalCount, .retryAfter, .wwwAuthenticate, .xapiVersion,
        .xapiConsistentThrough,
    ].map(\.rawName).joined(separator: ", ")

    private static func middleware(_ origin: CORSMiddleware<Context>.AllowOriginExtended) -> CORSMiddleware<Context> {
        CORSMiddleware(
            allowOrigin: origin,
            allowHeaders: [
                .accept, .acceptLanguage, .authorization, .contentType, .ifMatch, .ifNoneMatch, .xapiVersion, .xapiHash,
            ],
            allowMethods: [.get, .head, .post, .put, .delete, .options],
            maxAge: .hours(1))
    }
}
