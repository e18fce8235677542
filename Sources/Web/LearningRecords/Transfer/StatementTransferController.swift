internal import FoundationEssentials
internal import Gzip
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import LibPQ
internal import NIOCore
internal import Operations
internal import XAPI

/// `/api/statements/export` and `/api/statements/import`: all statements as lines of JSON, for operators.
struct StatementTransferController {
    /// How many faults an answer tells; further ones are only counted.
    private static let maximumFaults = 1000
    private static let mediaType = "application/x-ndjson"

    let store: StatementStore
    let pool: ConnectionPool
    let binder: AttachmentBinder

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("statements/export", use: export)
        group.post("statements/import", use: take)
    }

    /// GET: statements, oldest first, with who vouched for them and when they were stored.
    private func export(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireOperator()
        let parameters = try QueryParameters(request, known: ["since", "until", "statementsOnly"])
        var filter = StatementFilter()
        filter.since = try parameters.value("since", mustBe: "an ISO 8601 timestamp", LibPQ.Timestamp.init(query:))
        filter.until = try parameters.value("until", mustBe: "an ISO 8601 timestamp", LibPQ.Timestamp.init(query:))
        let export = try await store.export(filter, statementsOnly: parameters.flag("statementsOnly"))
        try await store.noteExport(filter, to: "GET /api/statements/export", actor: caller.actor)
        var headers: HTTPFields = [.contentType: Self.mediaType, .vary: "Accept-Encoding"]
        headers[.xapiConsistentThrough] = XAPI.Timestamp.text(export.through.microseconds)
        let compresses =
            Accept(request.headers[.acceptEncoding] ?? "identity").best(of: ["gzip", "identity"]) == "gzip"
        if compresses { headers[.contentEncoding] = "gzip" }
        let body = ResponseBody { writer in
            let compressor = compresses ? try GzipCompressor() : nil
            var export = export
            while let lines = try await export.next() {
                let bytes = compressor?.compress(lines) ?? lines
                if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
            }
            if let compressor { try await writer.write(ByteBuffer(bytes: compressor.finish())) }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// POST: takes such lines; each stands for itself, and those that cannot be taken are told.
    private func take(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireOperator()
        let parameters = try QueryParameters(request, known: ["stopAtFault"])
        guard request.mediaType == Self.mediaType else {
            throw Problem(.unsupportedMediaType, "media-type", "Statements to import come as \(Self.mediaType).")
        }
        let encoding = request.headers[.contentEncoding]?.lowercased() ?? "identity"
        guard ["gzip", "identity"].contains(encoding) else {
            throw Problem(.unsupportedMediaType, "content-encoding", "Content-Encoding is gzip, or is left out.")
        }
        var faults: [ImportFault] = []
        var omitted = 0
        var importing = StatementImport(
            into: store, binder: binder,
            journal: ImportJournal(pool: pool, source: "POST /api/statements/import", actor: caller.actor),
            stopsAtFault: try parameters.flag("stopAtFault")
        ) { fault in
            if faults.count < Self.maximumFaults { faults.append(fault) } else { omitted += 1 }
        }
        var stoppedAt: Int?
        do {
            try await Self.read(request, isCompressed: encoding == "gzip") { try await importing.take($0) }
            try await importing.finish()
        } catch let stop as StatementImport.Stopped {
            stoppedAt = stop.line
        } catch let error as GzipError {
            throw Problem(.badRequest, "gzip", "\(error) \(importing.counts.lines) lines before it were dealt with.")
        }
        var writer = JSONWriter()
        writer.object { [counts = importing.counts] writer in
            counts.writeMembers(to: &writer)
            if let stoppedAt { writer.member("stoppedAt", number: stoppedAt) }
            writer.member("faults", array: { writer in for fault in faults { fault.write(to: &writer) } })
            if omitted > 0 { writer.member("omitted", number: omitted) }
        }
        return .json(writer.bytes)
    }

    private static func read(
        _ request: Request, isCompressed: Bool, _ take: ([UInt8]) async throws -> Void
    ) async throws {
        var splitter = LineSplitter()
        let expander = isCompressed ? try GzipExpander() : nil
        for try await buffer in request.body {
            let bytes = Array(buffer.readableBytesView)
            if let expander {
                try await expander.expand(bytes) { try await splitter.split($0, take) }
            } else {
                try await splitter.split(bytes, take)
            }
        }
        try expander?.finish()
        try await splitter.finish(take)
    }
}

extension TesseraRequestContext {
    /// Who makes the request, if it is an operator: may do everything, for the whole scheme.
    /// - Throws: A 403 ``Problem``.
    func requireOperator() throws -> Caller {
        let caller = try requireCaller(.all)
        guard caller.partnerCode == nil else {
            throw Problem(.forbidden, "forbidden", "This key is limited to a partner; this is for the whole scheme.")
        }
        return caller
    }
}

extension Caller {
    /// The caller as the audit log names it.
    var actor: String { (keyID == nil ? "token:" : "key:") + id }
}
