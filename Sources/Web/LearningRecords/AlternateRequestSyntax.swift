internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import XAPI

/// The alternate request syntax of xAPI 1.0.3 (Communication §1.3): a POST with `?method=` and a form in place of any
/// request, for browsers that can send nothing else.
///
/// Before routing, such a request becomes the one that it stands for, so no resource knows of it. One that breaks the
/// rules goes on as it is, with what is wrong in its context, for ``XAPIMiddleware`` to refuse.
struct AlternateRequestSyntax<Responder: HTTPResponder>: HTTPResponder
where Responder.Context == TesseraRequestContext {
    let responder: Responder
    /// Bytes of a form.
    let maximumBytes: Int

    func respond(to request: Request, context: TesseraRequestContext) async throws -> Response {
        guard request.uri.path.hasPrefix("/xapi/"), Self.hasMethod(request) else {
            return try await responder.respond(to: request, context: context)
        }
        let intended: Request
        do {
            intended = try await self.intended(request)
        } catch let refusal as Problem {
            var context = context
            context.refusal = refusal
            return try await responder.respond(to: request, context: context)
        }
        return try await responder.respond(to: intended, context: context)
    }

    private static func hasMethod(_ request: Request) -> Bool {
        request.uri.query?.split(separator: "&").contains { $0 == "method" || $0.hasPrefix("method=") } ?? false
    }

    /// The request that a form stands for.
    /// - Throws: A ``Problem``.
    private func intended(_ request: Request) async throws -> Request {
        let method = try Self.method(of: request)
        let bytes = try await request.bytes(upTo: maximumBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw AlternateRequestForm.fault("The form is not UTF-8.")
        }
        var form = AlternateRequestForm(request.head)
        for (name, value) in try QueryParameters.pairs(of: text[...]) { form.add(value, for: name) }
        return try form.request(method)
    }

    /// The method meant, if the request keeps to the rules for everything but its form.
    private static func method(of request: Request) throws -> HTTPRequest.Method {
        let version = request.headers[.xapiVersion].flatMap { XAPIVersion(header: $0) }
        guard version != .v2_0 else { throw AlternateRequestForm.notInVersion }
        let parameters = try QueryParameters(request, known: ["method"])
        guard request.method == .post else {
            throw AlternateRequestForm.fault("method: it may stand in a POST only.")
        }
        guard
            let method = ["GET": HTTPRequest.Method.get, "PUT": .put, "POST": .post, "DELETE": .delete][
                parameters["method"] ?? ""]
        else {
            throw AlternateRequestForm.fault("method: it must be GET, PUT, POST or DELETE.")
        }
        return method
    }
}
