internal import CompetenceFramework
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LibPQ
internal import Logging
internal import NIOCore

/// Why a request of CASE's service is refused, as CASE tells it: `imsx_StatusInfo`.
struct CASEProblem: Error {
    /// What is wrong, by a code of CASE.
    enum Minor {
        case filter, selection, sort, identifier, unknownObject, unsupported, busy, `internal`

        /// The code; CASE 1.0 has fewer than CASE 1.1, and writes one of them otherwise.
        func code(_ version: CASEVersion) -> String {
            switch self {
            case .filter: version == .v1p0 ? "invalid_selection_field" : "invalid_filter_field"
            case .selection: "invalid_selection_field"
            case .sort: "invalid_sort_field"
            case .identifier: version == .v1p0 ? "invaliduuid" : "invalid_uuid"
            case .unknownObject: "unknownobject"
            case .unsupported: version == .v1p0 ? "unknownobject" : "unsupported"
            case .busy: "server_busy"
            case .internal: "internal_server_error"
            }
        }
    }

    let status: HTTPResponse.Status
    let minor: Minor
    let description: String

    init(_ status: HTTPResponse.Status, _ minor: Minor, _ description: String) {
        self.status = status
        self.minor = minor
        self.description = description
    }

    /// The answer.
    func response(_ version: CASEVersion, headers: HTTPFields = [:]) -> Response {
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
                                writer.member("imsx_codeMinorFieldValue", string: minor.code(version))
                            }
                        })
                })
        }
        var headers = headers
        headers[.accessControlAllowOrigin] = "*"
        return .json(writer.bytes, status: status, headers: headers)
    }
}

/// Tells of every error as CASE does.
struct CASEProblems: RouterMiddleware {
    typealias Context = TesseraRequestContext

    let version: CASEVersion

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as CASEProblem {
            return problem.response(version)
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 {
                context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
            }
            let minor: CASEProblem.Minor =
                switch problem.status.code {
                case 400..<500: .selection
                case 503: .busy
                default: .internal
                }
            return CASEProblem(problem.status, minor, problem.detail).response(version, headers: problem.headers)
        }
    }
}
