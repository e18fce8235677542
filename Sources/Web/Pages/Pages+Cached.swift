internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords

extension Pages {
    /// A page that anybody may keep for a while; who has it already is told so instead of sent it again.
    func cached(_ html: String, for request: Request, vary: String) throws -> Response {
        let tag = PublishedProfile.entityTag(of: Array(html.utf8))
        let headers: HTTPFields = [
            .vary: vary, .cacheControl: "public, max-age=300", .eTag: EntityTags.quoted(tag),
        ]
        switch try EntityTags.ifNoneMatch(request) {
        case .any: return Response(status: .notModified, headers: headers)
        case .tagged(let known) where known.contains(tag): return Response(status: .notModified, headers: headers)
        default: return response(html, headers: headers)
        }
    }
}
