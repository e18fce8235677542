/// The rows of a running query, read one by one as they arrive; see ``Connection/stream(_:as:_:)``.
public struct RowStream<each Column: PostgresDecodable>: ~Copyable {
    let rows: ResultStream

    init(_ rows: ResultStream) { self.rows = rows }

    /// The next row; nil after the last.
    ///
    /// Waits for the server, and reads no further ahead than the socket's buffers.
    public mutating func next() async throws(PostgresError) -> (repeat each Column)? {
        guard let result = try await rows.next() else { return nil }
        let row: (repeat each Column) = try rows.read(result, as: (repeat each Column).self)
        return row
    }
}

extension ResultStream {
    /// Decodes the row of a result, whose columns are checked the first time.
    func read<each Column: PostgresDecodable>(
        _ result: PostgresResult, as types: (repeat each Column).Type
    ) throws(PostgresError) -> (repeat each Column) {
        do throws(PostgresError) {
            if !isChecked {
                try result.checkColumns(as: types)
                isChecked = true
            }
            return try result.row(0, as: types)
        } catch {
            throw error.named(statement)
        }
    }
}
