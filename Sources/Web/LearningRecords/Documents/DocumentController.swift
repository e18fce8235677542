internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import LibPQ
internal import NIOCore
internal import Operations
internal import XAPI

/// One of the document resources: State, Agent Profile or Activity Profile.
struct DocumentController {
    let resource: DocumentResource
    let store: DocumentStore
    let limits: RequestLimits

    /// Adds the resource to a group of routes.
    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get(resource.path, use: get)
        group.put(resource.path, use: put)
        group.post(resource.path, use: post)
        group.delete(resource.path, use: delete)
        group.refuseOtherMethods(resource.path, allowed: [.get, .head, .put, .post, .delete])
    }

    /// GET: a document, or the ids of a collection.
    private func get(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try context.requireCaller(resource.scope, .allRead)
        let version = try context.requireVersion()
        let parameters = try resource.parameters(of: request, and: ["since"])
        let collection = try resource.collection(parameters, version: version)
        let since = try parameters.instant("since", version)
        guard let id = try resource.id(parameters) else {
            return try await list(collection, since: since, request: request)
        }
        guard since == nil else {
            throw Problem(.badRequest, "query", "since: it limits lists of ids; leave out \(resource.idParameter).")
        }
        guard let document = try await store.document(DocumentKey(collection, id: id)) else {
            throw Problem(.notFound, "not-found", "There is no such document.")
        }
        let headers: HTTPFields = [
            .eTag: EntityTags.quoted(document.tag), .lastModified: HTTPDate.text(document.updatedAt),
            .contentType: document.content.mediaType,
            // Whoever may store a document must not run scripts in the name of this server.
            .contentSecurityPolicy: "sandbox; default-src 'none'", .xContentTypeOptions: "nosniff",
        ]
        if try EntityTags.isKnown(document.tag, to: request) { return Response(status: .notModified, headers: headers) }
        let body = ResponseBody(byteBuffer: ByteBuffer(bytes: document.content.bytes))
        return Response(status: .ok, headers: headers, body: body)
    }

    private func list(
        _ collection: DocumentCollection, since: LibPQ.Timestamp?, request: Request
    ) async throws -> Response {
        let list = try await store.list(collection, since: since)
        var headers: HTTPFields = [:]
        if let latest = list.updatedAt { headers[.lastModified] = HTTPDate.text(latest) }
        return try .tagged(list.json, headers: headers, for: request)
    }
}

extension Response {
    /// An answer of JSON with an entity tag; 304 when the client has it.
    static func tagged(_ json: [UInt8], headers: HTTPFields = [:], for request: Request) throws -> Response {
        let tag = DocumentContent.tag(of: json)
        var headers = headers
        headers[.eTag] = EntityTags.quoted(tag)
        if try EntityTags.isKnown(tag, to: request) { return Response(status: .notModified, headers: headers) }
        return .json(json, headers: headers)
    }
}

extension EntityTags {
    /// Whether a reader says that it has this version already.
    fileprivate static func isKnown(_ tag: String, to request: Request) throws -> Bool {
        switch try ifNoneMatch(request) {
        case nil: false
        case .any: true
        case .tagged(let tags): tags.contains(tag)
        }
    }
}
