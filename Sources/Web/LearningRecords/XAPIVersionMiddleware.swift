internal import HTTPTypes
internal import Hummingbird
internal import XAPI

/// Names the version of the request, or else the newest, in those answers below `/xapi` that need none: every answer of
/// a record store names one.
struct XAPIVersionMiddleware: RouterMiddleware {
    typealias Context = TesseraRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if request.uri.path.hasPrefix("/xapi/"), response.headers[.xapiVersion] == nil {
            let version = request.headers[.xapiVersion].flatMap { XAPIVersion(header: $0) }
            response.headers[.xapiVersion] = (version ?? .v2_0).header
        }
        return response
    }
}
