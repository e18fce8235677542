internal import HTTPTypes
internal import Hummingbird
internal import XAPI

/// Names a version in those answers below `/xapi` that no resource gives: every answer of a record store names one.
struct XAPIVersionMiddleware: RouterMiddleware {
    typealias Context = TesseraRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if request.uri.path.hasPrefix("/xapi/"), response.headers[.xapiVersion] == nil {
            response.headers[.xapiVersion] = XAPIVersion.v2_0.header
        }
        return response
    }
}
