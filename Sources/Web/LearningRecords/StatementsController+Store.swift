internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import Operations
internal import XAPI

extension StatementsController {
    /// POST: stores one statement or a batch, and answers with the ids in order.
    func post(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.statementsWrite)
        let version = try context.requireVersion()
        _ = try QueryParameters(request, known: [])
        let sent = try await statements(of: request, version: version, caller: caller)
        let statements = try await sent.incoming(verifier: signatures)
        try await store.store(
            statements, authority: authority(of: caller), definesActivities: caller.grants(.define))
        var writer = JSONWriter()
        writer.array { array in
            for statement in statements { array.string(statement.id.uuidString.lowercased()) }
        }
        return .json(writer.bytes)
    }

    /// PUT: stores one statement under the id in the URL.
    func put(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.statementsWrite)
        let version = try context.requireVersion()
        let parameters = try QueryParameters(request, known: ["statementId"])
        guard let id = try parameters.value("statementId", mustBe: "a UUID", UUID.init(canonical:)) else {
            throw Problem(.badRequest, "query", "statementId: missing; PUT stores a statement under the id in the URL.")
        }
        let sent = try await statements(of: request, version: version, caller: caller, id: id)
        guard !sent.batch.isArray, let statement = sent.batch.statements.first else {
            throw Problem(.badRequest, "invalid-statement", "PUT takes one statement, an object; POST takes batches.")
        }
        guard statement.id == nil || statement.id == id else {
            throw Problem(
                .badRequest, "invalid-statement", "/id: it differs from the parameter statementId; leave one out.")
        }
        try await store.store(
            sent.incoming(id: id, verifier: signatures), authority: authority(of: caller),
            definesActivities: caller.grants(.define))
        return Response(status: .noContent)
    }

    /// The statements of a request; those of a trusted key that are refused go to quarantine.
    private func statements(
        of request: Request, version: XAPIVersion, caller: Caller, id: UUID? = nil
    ) async throws -> SentStatements {
        let contentType = request.headers[.contentType]
        switch request.mediaType {
        case "application/json":
            return try await sentAsJSON(request, version: version, caller: caller, id: id)
        case "multipart/mixed":
            var reader = try MultipartStatements(
                contentType: contentType ?? "", version: version, limits: limits, store: attachments)
            return try await reader.read(request)
        case let type:
            // What else has parts claims to bring attachments, but not in the form that it must have (XAPI-00127).
            let isMultipart = type?.hasPrefix("multipart/") ?? false
            throw Problem(
                isMultipart ? .badRequest : .unsupportedMediaType, "media-type",
                "Content-Type is \(type.map { "\"\($0)\"" } ?? "missing"); statements come as application/json, or with the data of attachments as multipart/mixed."
            )
        }
    }

    private func sentAsJSON(
        _ request: Request, version: XAPIVersion, caller: Caller, id: UUID?
    ) async throws -> SentStatements {
        let body = try await request.bytes(upTo: limits.statementBodyBytes)
        do {
            let batch = try StatementBatch.parse(bytes: body, version: version)
            try AttachmentManifest(batch).requireData()
            return SentStatements(batch: batch)
        } catch {
            guard caller.quarantines, let key = caller.keyID else { throw error }
            let refused = RefusedRequest(body: body, rejection: error, version: version, targetID: id)
            let kept = try await quarantine.keep(refused, key: key, authority: authority(of: caller))
            throw Problem(error, quarantine: kept)
        }
    }
}

extension UUID {
    /// A UUID in its one spelling with hyphens, in either case.
    init?(canonical text: String) {
        guard text.utf8.count == 36 else { return nil }
        self.init(uuidString: text)
    }
}
