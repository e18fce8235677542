internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import NIOCore

/// An error as the outside is told of it: RFC 9457 problem details.
///
/// Every error of the application becomes one of these in one place, `Problem+Mapping.swift`.
struct Problem: Error {
    /// The HTTP status.
    let status: HTTPResponse.Status
    /// What kind of problem it is, for programs: the last part of `type`.
    let kind: String
    /// What is wrong, in words that say what to do about it.
    let detail: String
    /// Further members of the answer.
    var members: @Sendable (inout JSONWriter) -> Void = { _ in }
    /// Further header fields, such as `Retry-After`.
    var headers: HTTPFields = [:]

    init(
        _ status: HTTPResponse.Status, _ kind: String, _ detail: String, headers: HTTPFields = [:],
        members: @escaping @Sendable (inout JSONWriter) -> Void = { _ in }
    ) {
        self.status = status
        self.kind = kind
        self.detail = detail
        self.headers = headers
        self.members = members
    }

    /// The answer.
    var response: Response {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("type", string: "urn:tessera:problem:\(kind)")
            writer.member("title", string: status.reasonPhrase)
            writer.member("status", number: status.code)
            writer.member("detail", string: detail)
            members(&writer)
        }
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return .json(writer.bytes, status: status, headers: headers)
    }
}
