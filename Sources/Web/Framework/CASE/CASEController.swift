internal import CompetenceFramework
internal import FoundationEssentials
internal import Frameworks
internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords
internal import LibPQ

/// `/ims/case/v1p1` and `/ims/case/v1p0`: the frameworks for programs, by CASE of 1EdTech.
///
/// No key is needed. Both versions are written from one reading; what CASE 1.0 does not know is left out there.
struct CASEController {
    let frameworks: PublishedFrameworks
    /// Where this installation is; for the links from page to page.
    let baseURL: String

    func addRoutes(to router: Router<TesseraRequestContext>) {
        for version in CASEVersion.allCases {
            let path = "/ims/case/" + version.rawValue
            let group = router.group(RouterPath(path)).add(middleware: CASEProblems(version: version))
            group.get("CFDocuments") { request, _ in try await documents(request, version, path) }
            for resource in CASEResource.allCases {
                group.get(RouterPath(resource.rawValue + "/:id")) { request, context in
                    try await object(resource, request, context, version)
                }
            }
            let others = CASEResource.allCases.filter { $0 != .documents }.map(\.rawValue)
            for path in others + ["**"] {
                group.get(RouterPath(path)) { request, _ -> Response in
                    throw CASEProblem(.notFound, .unsupported, "CASE has nothing at \(request.uri.path).")
                }
            }
        }
    }

    /// A page of documents; the answer's header says how many there are, and where the other pages are.
    private func documents(_ request: Request, _ version: CASEVersion, _ path: String) async throws -> Response {
        let query = try CASEDocumentQuery(QueryParameters.pairs(of: (request.uri.query ?? "")[...]), version: version)
        let (page, total) = try query.page(of: await frameworks.documents())
        var headers = Self.published
        headers[.totalCount] = String(total)
        headers[.link] = query.links(to: baseURL + path + "/CFDocuments", total: total)
        return try Self.answer(page, headers: headers, to: request)
    }

    private func object(
        _ resource: CASEResource, _ request: Request, _ context: TesseraRequestContext, _ version: CASEVersion
    ) async throws -> Response {
        if let pair = try QueryParameters.pairs(of: (request.uri.query ?? "")[...]).first {
            throw CASEProblem(
                .badRequest, .selection, "\(pair.name.prefix(200)): \(resource.rawValue)/{id} has no such parameter.")
        }
        let text = try context.parameters.require("id")
        guard let identifier = UUID(canonical: text) else {
            throw CASEProblem(.notFound, .identifier, "\"\(text.prefix(200))\" is not a UUID.")
        }
        guard let found = try await frameworks.answer(resource, identifier) else {
            throw CASEProblem(
                .notFound, .unknownObject,
                "\(resource.rawValue): nothing that is published here has the identifier \(text).")
        }
        var headers = Self.published
        headers[.lastModified] = found.changed.map { HTTPDate.text($0) }
        return try Self.answer(found.json(version: version), headers: headers, to: request)
    }

    private static let published: HTTPFields = [
        .cacheControl: "public, max-age=300", .accessControlAllowOrigin: "*",
        .accessControlExposeHeaders: "ETag, Last-Modified, Link, X-Total-Count",
    ]

    /// What was found, unless the client has it already.
    static func answer(_ body: [UInt8], headers: HTTPFields, to request: Request) throws -> Response {
        let tag = PublishedProfile.entityTag(of: body)
        var headers = headers
        headers[.eTag] = EntityTags.quoted(tag)
        switch try EntityTags.ifNoneMatch(request) {
        case .any: return Response(status: .notModified, headers: headers)
        case .tagged(let known) where known.contains(tag): return Response(status: .notModified, headers: headers)
        case .tagged?: return .json(body, headers: headers)
        case nil:
            let isUnchanged = isUnchanged(headers[.lastModified], since: request.headers[.ifModifiedSince])
            return isUnchanged ? Response(status: .notModified, headers: headers) : .json(body, headers: headers)
        }
    }

    /// Whether something was last changed no later than a client says that it knows it of; what is no date says nothing
    /// (RFC 9110 §13.1.3).
    private static func isUnchanged(_ changed: String?, since known: String?) -> Bool {
        guard let changed = changed.flatMap(HTTPDate.date), let known = known.flatMap(HTTPDate.date) else {
            return false
        }
        return changed <= known
    }
}
