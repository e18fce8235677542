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
        let statements = try await store(request, version: version, caller: caller)
        var writer = JSONWriter()
        writer.array { array in
            for statement in statements { array.string(statement.id.canonicalText) }
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
        _ = try await store(request, version: version, caller: caller, id: id)
        return Response(status: .noContent)
    }

    /// Stores the statements of a request; those of a trusted key that are refused go to quarantine.
    private func store(
        _ request: Request, version: XAPIVersion, caller: Caller, id: UUID? = nil
    ) async throws -> [IncomingStatement] {
        let sent = try await sent(by: request, version: version, keepsRefused: caller.quarantines)
        let statements: [IncomingStatement]
        do { statements = try await sent.incoming(id: id, binder: binder) } catch let rejection as StatementRejection {
            guard caller.quarantines, let key = caller.keyID else { throw rejection }
            let refused = RefusedRequest(
                body: sent.body, rejection: rejection, version: version, targetID: id,
                contents: Array(sent.contents.values))
            let kept = try await quarantine.keep(refused, key: key, authority: authority(of: caller))
            throw Problem(rejection, quarantine: kept)
        }
        try await store.store(
            statements, authority: authority(of: caller), definesActivities: caller.grants(.define))
        return statements
    }

    private func sent(by request: Request, version: XAPIVersion, keepsRefused: Bool) async throws -> SentStatements {
        let contentType = request.headers[.contentType]
        switch request.mediaType {
        case "application/json":
            let body = try await request.bytes(upTo: limits.statementBodyBytes)
            return SentStatements(body: body, statements: Self.statements(in: body, version: version))
        case "multipart/mixed":
            var reader = try MultipartStatements(
                contentType: contentType ?? "", version: version, limits: limits, store: attachments,
                keepsRefused: keepsRefused)
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

    /// The statements of a body that brings no data along.
    private static func statements(
        in body: [UInt8], version: XAPIVersion
    ) -> Result<StatementBatch, StatementRejection> {
        do throws(StatementRejection) {
            let batch = try StatementBatch.parse(bytes: body, version: version)
            try AttachmentManifest(batch).requireData()
            return .success(batch)
        } catch {
            return .failure(error)
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
