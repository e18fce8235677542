/// A row lent by ``Connection/forEachRow(_:as:_:)``.
///
/// It stands around the tuple because Swift 6.3 can't compile an async closure whose parameter is a tuple of a pack.
public struct Row<each Column: PostgresDecodable>: Sendable {
    /// The values of the columns.
    public let values: (repeat each Column)

    init(_ result: PostgresResult, of stream: ResultStream) throws(PostgresError) {
        values = try stream.read(result, as: (repeat each Column).self)
    }
}
