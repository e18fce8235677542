internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords
internal import XAPI

/// `/profiles/iust`: the training scheme's xAPI profile, its versions, and each of their parts.
///
/// To these paths the profile's IRIs lead: what stands behind `https://w3id.org/xapi/iust` is what stands behind
/// `/profiles/iust`. Programs are given JSON-LD, people a page. No key is needed.
struct ProfileController {
    let pages: Pages

    private static let forms = ["application/ld+json", "application/json", "text/html"]

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get("profiles/iust") { request, _ in
            guard let newest = PublishedProfile.all.last else { throw Self.unknown }
            return try answer(request, document: newest.document) { try pages.profile(newest) }
        }
        router.get("profiles/iust/**") { request, context in
            let rest = context.parameters.getCatchAll().joined(separator: "/")
            return try answer(request, iri: SchemeVocabulary.base + "/" + rest)
        }
    }

    /// A version, or a part of the newest version that has it.
    private func answer(_ request: Request, iri: String) throws -> Response {
        if let version = PublishedProfile.all.first(where: { $0.profile.version == iri }) {
            return try answer(request, document: version.document) { try pages.profile(version) }
        }
        for published in PublishedProfile.all.reversed() {
            guard let document = published.document(ofPart: iri) else { continue }
            return try answer(request, document: document) { try pages.profile(published, part: iri) }
        }
        throw Self.unknown
    }

    private static let unknown = Problem(
        .notFound, "not-found", "The profile has no version, concept, template or pattern of this name.")

    private func answer(_ request: Request, document: [UInt8], page: () throws -> String) throws -> Response {
        guard let type = Accept(request.headers[.accept]).best(of: Self.forms) else {
            throw Problem(.notAcceptable, "not-acceptable", "Served are: \(Self.forms.joined(separator: ", ")).")
        }
        let isPage = type == "text/html"
        let html = isPage ? try page() : ""
        // One form's tag is not another's, though two have the same bytes.
        let tag = PublishedProfile.entityTag(of: isPage ? Array(html.utf8) : document + Array(type.utf8))
        let headers: HTTPFields = [
            .vary: "Accept", .accessControlAllowOrigin: "*", .cacheControl: "public, max-age=300",
            .eTag: EntityTags.quoted(tag),
        ]
        switch try EntityTags.ifNoneMatch(request) {
        case .any: return Response(status: .notModified, headers: headers)
        case .tagged(let known) where known.contains(tag): return Response(status: .notModified, headers: headers)
        default: break
        }
        if isPage { return pages.response(html, headers: headers) }
        var typed = headers
        typed[.contentType] = type
        return .json(document, headers: typed)
    }
}
