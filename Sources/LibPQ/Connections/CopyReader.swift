/// Gives the data of a `COPY … TO STDOUT`; see ``Connection/copyOut(_:_:)``.
public struct CopyReader: ~Copyable {
    let source: CopySource

    init(_ source: CopySource) { self.source = source }

    /// The next row, in the format the COPY statement names; nil after the last.
    public mutating func next() async throws(PostgresError) -> [UInt8]? { try await source.next()?.bytes }
}

/// The messages of a running COPY TO STDOUT.
final class CopySource {
    private let session: Session
    private(set) var isFinished = false

    init(_ session: Session) { self.session = session }

    func next() async throws(PostgresError) -> CopyData? {
        guard !isFinished else { return nil }
        do throws(PostgresError) {
            let data = try await session.nextCopyData()
            if data == nil { isFinished = true }
            return data
        } catch {
            // The statement's outcome was its error, or the connection is given up: nothing is left to read.
            isFinished = true
            throw error
        }
    }
}

/// Gives the rows of a binary COPY; see ``Connection/copyOut(_:as:_:)``.
public struct CopyRowReader<each Column: PostgresDecodable>: ~Copyable {
    private let source: CopySource
    private let columns: CopyColumns
    private var isStarted = false

    init(_ source: CopySource, columns: CopyColumns) {
        self.source = source
        self.columns = columns
    }

    /// The next row; nil after the last.
    public mutating func next() async throws(PostgresError) -> (repeat each Column)? {
        while let data = try await source.next() {
            // The first message starts with the header, and the last is (or ends with) the trailer.
            let start = isStarted ? 0 : try data.withSpan { bytes throws(PostgresError) in try columns.header(bytes) }
            isStarted = true
            if let row = try self.row(data, start: start) { return row }
        }
        return nil
    }

    private func row(_ data: CopyData, start: Int) throws(PostgresError) -> (repeat each Column)? {
        try data.withSpan { bytes throws(PostgresError) -> (repeat each Column)? in
            guard start < bytes.byteCount else { return nil }
            let count = try bytes.bigEndian(at: start, as: Int16.self)
            guard count >= 0 else { return nil }
            guard Int(count) == columns.types.count else { throw .decoding("a row has \(count) columns") }
            var cursor = CopyColumns.Cursor(offset: start + 2)
            let row: (repeat each Column) = (repeat try columns.value((each Column).self, bytes, &cursor))
            return row
        }
    }
}

/// The columns of a binary COPY TO STDOUT, whose stream doesn't tell them.
struct CopyColumns {
    struct Cursor {
        var offset: Int
        var column = 0
    }

    let names: [String]
    let types: [PostgresType]

    init(_ result: PostgresResult) {
        names = (0..<result.columnCount).map { result.name(of: $0) }
        types = (0..<result.columnCount).map { result.type(of: $0) }
    }

    /// Where the first row starts.
    func header(_ bytes: RawSpan) throws(PostgresError) -> Int {
        guard bytes.byteCount >= 19, try bytes.bigEndian(at: 0, as: UInt64.self) == 0x5047_434F_5059_0AFF else {
            throw .decoding("the data is no binary COPY")
        }
        return 19 + Int(try bytes.bigEndian(at: 15, as: Int32.self))
    }

    func value<Value: PostgresDecodable>(
        _ type: Value.Type, _ bytes: RawSpan, _ cursor: inout Cursor
    ) throws(PostgresError) -> Value {
        let column = cursor.column
        do throws(PostgresError) {
            let length = Int(try bytes.bigEndian(at: cursor.offset, as: Int32.self))
            cursor.offset += 4
            cursor.column += 1
            guard length >= 0 else {
                guard let null = Value.postgresNull else { throw .decoding("NULL, where \(Value.self) is read") }
                return null
            }
            guard length <= bytes.byteCount - cursor.offset else { throw .decoding("the row is cut short") }
            let field = bytes.extracting(cursor.offset..<cursor.offset + length)
            cursor.offset += length
            return try Value(postgres: field, type: types[column])
        } catch {
            let message = "column \"\(names[column])\" (\(column + 1), \(types[column]) as \(type)): \(error.message)"
            throw error.with(code: .decoding, message: message).with { $0.column = names[column] }
        }
    }
}
