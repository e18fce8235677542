internal import HTTPTypes
internal import Hummingbird

/// `/schemas/report/1`: what the JSON of a report consists of, as a JSON Schema (2020-12); anybody may read it.
struct ReportSchema {
    let base: String

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get("schemas/report/1") { request, _ -> Response in
            _ = try QueryParameters(request, known: [])
            return .json(
                Self.document(base: base),
                headers: [
                    .contentType: "application/schema+json", .accessControlAllowOrigin: "*",
                    .cacheControl: "public, max-age=300",
                ])
        }
    }

    /// The schema, which stands beside this file, with its own address.
    static func document(base: String) -> [UInt8] {
        Array(
            EmbeddedDocuments.reportSchema
                .replacing("https://tessera.invalid", with: base).utf8)
    }
}
