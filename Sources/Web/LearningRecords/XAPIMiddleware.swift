internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Operations
internal import XAPI

/// What every request to `/xapi` has in common: a key, a version, and a version in every answer, errors included.
struct XAPIMiddleware: RouterMiddleware {
    typealias Context = TesseraRequestContext

    let authenticator: CallerAuthenticator

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        let asked = request.headers[.xapiVersion]
        let version = asked.flatMap { XAPIVersion(header: $0) }
        var answering = version ?? .v2_0
        var response: Response
        do {
            let caller = try await authenticator.caller(of: request)
            context.caller = caller
            context.logger[metadataKey: "caller"] = .string(caller.id)
            if version == nil { answering = XAPIVersion(rawValue: caller.xapiVersion) ?? .v2_0 }
            if let refusal = context.refusal { throw refusal }
            guard let version else {
                throw Problem(.badRequest, "xapi-version", Self.complaint(about: asked))
            }
            context.xapiVersion = version
            response = try await next(request, context)
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 {
                context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
            }
            response = problem.response
        }
        response.headers[.xapiVersion] = answering.header
        return response
    }

    private static func complaint(about header: String?) -> String {
        guard let header else {
            return "The header X-Experience-API-Version is missing: send 2.0.0 or 1.0.3 (xAPI 2.0 §4.1.7)."
        }
        return "X-Experience-API-Version \"\(header)\" is not spoken here: send 2.0.0 or 1.0.3 (xAPI 2.0 §4.1.7)."
    }
}
