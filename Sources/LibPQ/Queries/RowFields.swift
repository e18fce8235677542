import CLibPQ

/// A row of a result whose fields are read where they lie, for rows that are many and are made into something else.
public struct RowFields: ~Copyable {
    private let result: PostgresResult
    private let row: Int32

    init(_ result: PostgresResult, row: Int) {
        self.result = result
        self.row = Int32(truncatingIfNeeded: row)
    }

    /// A field's value; throws ``PostgresError/Code/decoding`` when it is not of a type that is read as `Value`.
    ///
    /// - Parameter column: Its place, from 0.
    @inlinable
    public func value<Value: PostgresDecodable>(
        _ column: Int, as type: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        let actual = self.type(of: column)
        guard Value.accepts(actual) else { throw mismatch(column, "\(Value.self) reads \(Value.postgresTypeNames)") }
        guard let bytes = unsafe bytes(of: column) else {
            if let null = Value.postgresNull { return null }
            throw mismatch(column, "NULL, where \(Value.self) is read")
        }
        return try unsafe Value(postgres: bytes.bytes, type: actual)
    }

    /// Lends the bytes of a field as they were received; nil for NULL.
    ///
    /// Those of a `text`, `json` or `bytea` are its content. Throws ``PostgresError/Code/decoding`` when the field is of
    /// another type than is said.
    ///
    /// - Parameter column: Its place, from 0.
    @inlinable
    public func withBytes<Value>(
        _ column: Int, of type: PostgresType, _ body: (RawSpan) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value? {
        guard self.type(of: column) == type else { throw mismatch(column, "\(type) is read") }
        guard let bytes = unsafe bytes(of: column) else { return nil }
        return try unsafe body(bytes.bytes)
    }

    @usableFromInline
    func bytes(of column: Int) -> UnsafeRawBufferPointer? {
        let field = Int32(truncatingIfNeeded: column)
        guard unsafe PQgetisnull(result.result, row, field) == 0 else { return nil }
        return unsafe UnsafeRawBufferPointer(
            start: PQgetvalue(result.result, row, field), count: Int(PQgetlength(result.result, row, field)))
    }

    @usableFromInline
    func type(of column: Int) -> PostgresType { result.type(of: column) }

    @usableFromInline
    func mismatch(_ column: Int, _ message: String) -> PostgresError {
        let name = result.name(of: column)
        return PostgresError.decoding("column \"\(name)\" (\(column + 1), \(type(of: column))): \(message)")
            .with { $0.column = name }
    }
}

extension PostgresResult {
    /// Reads all rows into one value, one after the other.
    func reduce<Value>(
        into value: Value, _ read: (inout Value, borrowing RowFields) throws(PostgresError) -> Void
    ) throws(PostgresError) -> Value {
        var value = value
        for row in 0..<rowCount { try read(&value, RowFields(self, row: row)) }
        return value
    }
}
