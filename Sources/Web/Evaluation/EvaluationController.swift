internal import Evaluation
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Logging
internal import NIOCore
internal import Operations

/// `/api/evaluation`: the views that evaluators query, and their rows as JSON, CSV or NDJSON.
struct EvaluationController {
    let reader: EvaluationReader

    /// The parameter that is no column.
    static let format = "format"

    /// What anybody may know: which views and columns there are.
    func addDictionary(to group: RouterGroup<TesseraRequestContext>) {
        group.get("evaluation") { request, _ -> Response in
            _ = try QueryParameters(request, known: [])
            return .json(Self.document(try await reader.views()))
        }
    }

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("evaluation/:view", use: rows)
    }

    private static func document(_ views: [EvaluationView]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "views",
                array: { writer in
                    for view in views { view.write(to: &writer) }
                })
        }
        return writer.bytes
    }

    /// GET: rows that have what the query asks for in their columns.
    ///
    /// The answer begins when there are two pieces of it or all, so that what fails soon is told by its status; what fails
    /// later cuts the connection, lest a part be taken for the whole.
    private func rows(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.evaluationRead)
        var wanted = ViewRequest(view: try FrameworkWish.segment("view", context))
        let format = try Self.read(request, into: &wanted)
        let rows = try await reader.rows(wanted, as: format, partner: caller.partnerCode, reader: caller.id)
        let headers = format.headers(view: wanted.view)
        let first = ByteBuffer(bytes: try await rows.next() ?? [])
        guard let second = try await rows.next() else {
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: first))
        }
        let logger = context.logger
        let body = ResponseBody { writer in
            try await writer.write(first)
            try await writer.write(ByteBuffer(bytes: second))
            while true {
                let piece: [UInt8]?
                do { piece = try await rows.next() } catch {
                    logger.warning("rows were cut off", metadata: ["error": "\(error)"])
                    throw error
                }
                guard let piece else { break }
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// Reads what a query asks for, and in which form: what the query says goes before what the header would like.
    private static func read(_ request: Request, into wanted: inout ViewRequest) throws -> RowFormat {
        var named: RowFormat?
        for (name, value) in try QueryParameters.pairs(of: (request.uri.query ?? "")[...]) {
            guard !value.unicodeScalars.contains("\0"), !name.unicodeScalars.contains("\0") else {
                throw Problem(.badRequest, "query", "\(name.prefix(200)): U+0000 is not accepted.")
            }
            guard name == Self.format else {
                wanted.require(value, in: name)
                continue
            }
            guard named == nil, let format = RowFormat(rawValue: value) else {
                let forms = RowFormat.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem(
                    .badRequest, "query", "format: \"\(value.prefix(200))\" is not one of \(forms), given once.")
            }
            named = format
        }
        if let named { return named }
        let types = RowFormat.allCases.map(\.mediaType)
        guard let best = Accept(request.headers[.accept]).best(of: types),
            let format = RowFormat.allCases.first(where: { $0.mediaType == best })
        else {
            throw Problem(.notAcceptable, "not-acceptable", "Served are: \(types.joined(separator: ", ")).")
        }
        return format
    }
}

extension RowFormat {
    /// The media type without parameters.
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv"
        case .ndjson: "application/x-ndjson"
        }
    }

    /// What is said of an answer in this format.
    fileprivate func headers(view: String) -> HTTPFields {
        var headers: HTTPFields = [.contentType: mediaType, .vary: "Accept", .cacheControl: "no-store"]
        if self == .csv {
            headers[.contentType] = "text/csv; charset=utf-8; header=present"
            // The name is that of a view which was found, so letters, digits and underscores.
            headers[.contentDisposition] = "attachment; filename=\"\(view).csv\""
        }
        return headers
    }
}

extension EvaluationView {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", string: name)
            writer.member("comment", string: comment)
            writer.member(
                "columns",
                array: { writer in
                    for column in columns {
                        writer.object { writer in
                            writer.member("name", string: column.name)
                            writer.member("type", string: column.type)
                            writer.member("comment", string: column.comment)
                        }
                    }
                })
        }
    }
}
