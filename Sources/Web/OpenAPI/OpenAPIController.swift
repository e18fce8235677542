internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// `/api/openapi.json` and `/api/docs`: our own interfaces, described for programs and for people; without a key.
struct OpenAPIController {
    let pages: Pages

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("openapi.json") { _, _ in
            Response.json(Self.document, headers: [.accessControlAllowOrigin: "*"])
        }
        group.get("docs") { [pages] _, _ in
            try pages.page("docs", APIPage(JSONDocument(parsing: Self.document).root))
        }
    }

    /// The description (OpenAPI 3.1), which stands beside this file.
    static let document = Array(EmbeddedDocuments.openapi.utf8)
}
