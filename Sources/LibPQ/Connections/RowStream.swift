/// The rows of a running query, read one by one as they arrive; see ``Connection/stream(_:as:_:)``.
public struct RowStream<each Column: PostgresDecodable>: ~Copyable {
    let rows: ResultStream

    init(_ rows: ResultStream) { self.rows = rows }

    /// The next row; nil after the last.
    ///
    /// Waits for the server, and reads no further ahead than the socket's buffers.
    public mutating func next() async throws(PostgresError) -> (repeat each Column)? {
        guard let result = try await rows.next() else { return nil }
        do throws(PostgresError) {
            if !rows.isChecked {
                try result.checkColumns(as: (repeat each Column).self)
                rows.isChecked = true
            }
            let row: (repeat each Column) = try result.row(0, as: (repeat each Column).self)
            return row
        } catch {
            throw error.named(rows.statement)
        }
    }
}
