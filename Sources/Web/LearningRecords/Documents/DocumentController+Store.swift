internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords
internal import XAPI

extension DocumentController {
    /// PUT: stores a document in place of what is there.
    func put(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try context.requireCaller(resource.scope)
        let version = try context.requireVersion()
        let key = try resource.key(resource.parameters(of: request), version: version)
        let sent = try condition(of: request)
        var condition = sent
        if sent == .none {
            switch (version, resource) {
            case (.v1_0_3, .state): break
            case (.v1_0_3, _): throw try await refusalWithoutPrecondition(key)
            case (.v2_0, _): condition = .absent
            }
        }
        let content = try await content(of: request)
        let outcome = try await store.put(content, at: key, if: condition)
        if sent == .none, outcome == .conditionFailed { throw Self.conflict }
        return try response(outcome)
    }

    /// POST: merges a JSON object into the one that is there, or stores it as a new document.
    func post(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try context.requireCaller(resource.scope)
        let version = try context.requireVersion()
        let key = try resource.key(resource.parameters(of: request), version: version)
        let condition = try condition(of: request)
        let content = try await content(of: request)
        let outcome = try await store.merge(content, into: key, if: condition, maximumBytes: limits.documentBytes)
        return try response(outcome)
    }

    /// DELETE: deletes a document; of State also all that an agent has in an activity and registration.
    func delete(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try context.requireCaller(resource.scope)
        let version = try context.requireVersion()
        let parameters = try resource.parameters(of: request)
        let condition = try condition(of: request)
        let collection = try resource.collection(parameters, version: version)
        if let id = try resource.id(parameters) {
            guard try await store.delete(DocumentKey(collection, id: id), if: condition) else {
                throw Self.preconditionFailed
            }
        } else if case .state(let activity, let agent, let registration) = collection {
            // The tags are those of the list that GET answers with.
            let isDeleted = try await store.deleteState(
                activity: activity, agent: agent, registration: registration, if: condition)
            guard isDeleted else { throw Self.preconditionFailed }
        } else {
            throw Problem.missing(resource.idParameter)
        }
        return Response(status: .noContent)
    }

    private func condition(of request: Request) throws -> DocumentCondition {
        try DocumentCondition(required: EntityTags.ifMatch(request), excluded: EntityTags.ifNoneMatch(request))
    }

    private func content(of request: Request) async throws -> DocumentContent {
        let bytes = try await request.bytes(upTo: limits.documentBytes)
        return DocumentContent(
            bytes: bytes, mediaType: request.headers[.contentType] ?? "application/octet-stream")
    }

    private func response(_ outcome: DocumentOutcome) throws -> Response {
        switch outcome {
        case .stored(let tag): Response(status: .noContent, headers: [.eTag: EntityTags.quoted(tag)])
        case .conditionFailed: throw Self.preconditionFailed
        case .unmergeable(let fault): throw Problem(fault, maximumBytes: limits.documentBytes)
        }
    }

    /// 1.0.3 demands a precondition of every PUT of a profile (Communication §3.1): 409 over a document, else 400.
    private func refusalWithoutPrecondition(_ key: DocumentKey) async throws -> Problem {
        if try await store.document(key) != nil { return Self.conflict }
        return Problem(
            .badRequest, "precondition",
            "Profiles are stored with If-Match or If-None-Match; send If-None-Match: * for a new document (xAPI 1.0.3 Communication §3.1)."
        )
    }

    private static let conflict = Problem(
        .conflict, "document-conflict",
        "A document is stored here already. Read it to check its current state, and send its ETag in If-Match to replace it (xAPI 2.0 §4.1.4)."
    )

    private static let preconditionFailed = Problem(
        .preconditionFailed, "precondition-failed",
        "The document is not what If-Match or If-None-Match says; nothing was changed. Read it again."
    )
}

extension Problem {
    /// Documents that cannot be merged, told with what to do about it.
    fileprivate init(_ fault: MergeFault, maximumBytes: Int) {
        switch fault {
        case .sentMediaType(let type):
            self.init(
                .badRequest, "document-merge",
                "POST merges JSON objects; this is \"\(type.prefix(100))\". Send application/json, or PUT the document."
            )
        case .sentContents(let reason):
            self.init(.badRequest, "document-merge", "POST merges JSON objects; what was sent is none: \(reason)")
        case .storedMediaType(let type):
            self.init(
                .badRequest, "document-merge",
                "The stored document is \"\(type.prefix(100))\", not application/json; only PUT can replace it.")
        case .storedContents(let reason):
            self.init(
                .badRequest, "document-merge",
                "The stored document is no JSON object; only PUT can replace it: \(reason)")
        case .tooLarge:
            self.init(
                .contentTooLarge, "too-large",
                "The merged document has more than \(maximumBytes) bytes, the most it may.")
        }
    }
}
