internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Logging

/// Why a request of the Open Badges API is refused, as it tells it: `Imsx_StatusInfo`.
struct HostProblem: Error {
    /// What is wrong, by a code of Open Badges 3.0.
    enum Minor: String {
        case forbidden
        case invalidData = "invalid_data"
        case invalidQuery = "invalid_query_parameter"
        case notAcceptable = "not_acceptable"
        case notAllowed = "not_allowed"
        case notFound = "not_found"
        case busy = "server_busy"
        case unauthorized = "unauthorizedrequest"
        case `internal` = "internal_server_error"
    }

    let status: HTTPResponse.Status
    let minor: Minor
    let description: String
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ minor: Minor, _ description: String, headers: HTTPFields = [:]) {
        self.status = status
        self.minor = minor
        self.description = description
        self.headers = headers
    }

    /// Any error as this API tells it.
    init(_ error: any Error) {
        if let problem = error as? HostProblem {
            self = problem
            return
        }
        if let error = error as? OAuthError {
            self.init(error.status, .unauthorized, error.description, headers: error.headers)
            return
        }
        let problem = Problem(error)
        let minor: Minor =
            switch problem.status.code {
            case 401: .unauthorized
            case 403: .forbidden
            case 404: .notFound
            case 405: .notAllowed
            case 429: .busy
            case 400..<500: .invalidData
            case 503: .busy
            default: .internal
            }
        self.init(problem.status, minor, problem.detail, headers: problem.headers)
    }

    /// The answer.
    var response: Response {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("imsx_codeMajor", string: "failure")
            writer.member("imsx_severity", string: "error")
            writer.member("imsx_description", string: description)
            writer.member(
                "imsx_codeMinor",
                object: { writer in
                    writer.member(
                        "imsx_codeMinorField",
                        array: { writer in
                            writer.object { writer in
                                writer.member("imsx_codeMinorFieldName", string: "TargetEndSystem")
                                writer.member("imsx_codeMinorFieldValue", string: minor.rawValue)
                            }
                        })
                })
        }
        var headers = headers
        headers[.cacheControl] = "no-store"
        return .json(writer.bytes, status: status, headers: headers)
    }
}

/// Tells of every error as the Open Badges API does.
struct HostProblems: RouterMiddleware {
    typealias Context = TesseraRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let problem = HostProblem(error)
            if problem.status.code >= 500 {
                context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
            }
            return problem.response
        }
    }
}
