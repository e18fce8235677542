internal import AsyncAlgorithms
public import LibPQ
internal import Schema

/// Reads the views of schemas `evaluation` and `published` on behalf of callers.
///
/// Which rows a caller sees is told by the policies of the database, as for evaluators' own roles: every transaction here
/// announces the caller's partner to them.
///
/// ```swift
/// var request = ViewRequest(view: "gain")
/// request.require("riga-1", in: "pilot")
/// let rows = try await reader.rows(request, as: .csv, partner: "riga", reader: caller.id)
/// while let piece = try await rows.next() { … }
/// ```
public struct EvaluationReader: Sendable {
    private let pool: ConnectionPool
    private let limits: EvaluationLimits
    private let seats: ReadingSeats

    /// Reads by the connections of a pool.
    public init(pool: ConnectionPool, limits: EvaluationLimits = EvaluationLimits()) {
        self.pool = pool
        self.limits = limits
        seats = ReadingSeats(limits)
    }

    /// Every view with its columns, in the words of their comments, by name.
    public func views() async throws -> [EvaluationView] {
        try await pool.withConnection { db in try await Self.views(nil, db) }
    }

    /// Begins to read the rows of a view; what is wrong with the request shows when the first piece is asked for.
    ///
    /// - Parameters:
    ///   - partner: Code of the partner whose rows are seen; nil for the whole scheme.
    ///   - reader: Who reads, for the limit of what one may read at once.
    /// - Throws: ``EvaluationError`` when too much is read already.
    public func rows(
        _ request: ViewRequest, as format: RowFormat, partner: String?, reader: String
    ) async throws -> ViewRows {
        try await seats.take(reader)
        return ViewRows { pieces in
            do {
                try await read(request, format, partner, into: pieces)
            } catch {
                await seats.leave(reader)
                throw error
            }
            await seats.leave(reader)
        }
    }

    private func read(
        _ request: ViewRequest, _ format: RowFormat, _ partner: String?,
        into pieces: AsyncThrowingChannel<[UInt8], any Error>
    ) async throws {
        // Not again when it fails: pieces may have been sent.
        var writer = try await pool.withTransaction(readOnly: true, retries: 0) { db in
            let milliseconds = Int32(limits.duration / .milliseconds(1))
            try await db.execute(Queries.evaluationBeginReading(partner, milliseconds))
            let view = try await view(request.view, db)
            for filter in request.filters { try await check(filter, of: view, db) }
            var writer = RowWriter(format, columns: view.columns)
            let query = try view.query(request.filters, format)
            if format == .csv {
                try await db.stream(query, as: [String?].self) { rows in
                    while let fields = try await rows.next() {
                        writer.append(fields: fields)
                        try await send(&writer, into: pieces)
                    }
                }
            } else {
                try await db.stream(query, as: JSONText.self) { rows in
                    while let object = try await rows.next() {
                        writer.append(object)
                        try await send(&writer, into: pieces)
                    }
                }
            }
            return writer
        }
        // The connection is another's by now.
        writer.finish()
        let piece = writer.take()
        if !piece.isEmpty { try await pieces.send(piece, within: limits.patience) }
    }

    private func send(
        _ writer: inout RowWriter, into pieces: AsyncThrowingChannel<[UInt8], any Error>
    ) async throws {
        guard writer.bytes.count >= limits.pieceBytes else { return }
        try await pieces.send(writer.take(), within: limits.patience)
    }

    private func view(_ name: String, _ db: borrowing Connection) async throws -> EvaluationView {
        if let view = try await Self.views(name, db).first { return view }
        throw EvaluationError.unknownView(name, known: try await Self.views(nil, db).map(\.name))
    }

    private func check(
        _ filter: ViewRequest.Filter, of view: EvaluationView, _ db: borrowing Connection
    ) async throws {
        guard let query = try view.check(filter) else { return }
        do {
            _ = try await db.one(query, as: Bool.self)
        } catch let error where error.sqlState?.class == "22" {
            let type = try view.column(filter).sought
            throw EvaluationError.badValue(column: filter.column, type: type, reason: error.message)
        }
    }

    private static func views(_ name: String?, _ db: borrowing Connection) async throws -> [EvaluationView] {
        EvaluationView.views(
            try await db.rows(
                Queries.evaluationViews(name),
                as: (String, String, String, String, String, String, Bool, Bool).self))
    }
}
