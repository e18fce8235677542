internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Lets pages of other origins call from a browser (CORS): courses post statements from where they are shown.
///
/// Nothing here knows a browser by cookies, so an origin gains no more than what its page has: a key or token that it
/// sends itself. Errors are told as well, or a page could not say what is wrong.
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
            return try await next(request, context)
        }
        return try await middleware.handle(request, context: context, next: next)
    }

    private static func middleware(_ origin: CORSMiddleware<Context>.AllowOriginExtended) -> CORSMiddleware<Context> {
        CORSMiddleware(
            allowOrigin: origin,
            allowHeaders: [
                .accept, .acceptLanguage, .authorization, .contentType, .ifMatch, .ifNoneMatch, .xapiVersion, .xapiHash,
            ],
            allowMethods: [.get, .head, .post, .put, .delete, .options],
            exposedHeaders: [
                HTTPField.Name.eTag, .lastModified, .retryAfter, .wwwAuthenticate, .xapiVersion, .xapiConsistentThrough,
            ].map(\.rawName),
            maxAge: .hours(1))
    }
}
