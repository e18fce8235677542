internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import Mustache
internal import NIOCore

/// The pages for people, made from the templates beside this file.
struct Pages {
    private let library: MustacheLibrary

    init() throws {
        var library = MustacheLibrary()
        for (name, text) in Templates.all {
            library.register(try MustacheTemplate(string: text), named: name)
        }
        self.library = library
    }

    /// A page: a template within the layout.
    func page(_ name: String, _ object: Any, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) throws
        -> Response
    {
        response(try html(name, object), status: status, headers: headers)
    }

    /// A page's text.
    func html(_ name: String, _ object: Any) throws -> String {
        guard let html = library.render(object, withTemplate: name) else {
            throw Problem(.internalServerError, "internal", "Something went wrong here; it has been noted.")
        }
        return html
    }

    /// The answer that is a page.
    func response(_ html: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        headers[.referrerPolicy] = "no-referrer"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}
