import CLibPQ

extension PostgresResult {
    /// All rows, after checking once that the columns are what is asked for.
    func rows<each Column: PostgresDecodable>(
        as types: (repeat each Column).Type
    ) throws(PostgresError) -> [(repeat each Column)] {
        try checkColumns(as: types)
        var rows: [(repeat each Column)] = []
        rows.reserveCapacity(rowCount)
        for row in 0..<rowCount { rows.append(try self.row(row, as: types)) }
        return rows
    }

    func row<each Column: PostgresDecodable>(
        _ row: Int, as types: (repeat each Column).Type
    ) throws(PostgresError) -> (repeat each Column) {
        var column = 0
        return (repeat try value((each Column).self, row: row, column: &column))
    }

    func checkColumns<each Column: PostgresDecodable>(as types: (repeat each Column).Type) throws(PostgresError) {
        var count = 0
        for _ in repeat (each Column).self { count += 1 }
        guard count == columnCount else {
            throw .decoding("\(count) columns are read, the result has \(columnCount)")
        }
        var column = 0
        repeat try checkColumn((each Column).self, &column)
    }

    private func checkColumn<Value: PostgresDecodable>(
        _ type: Value.Type, _ column: inout Int
    ) throws(PostgresError) {
        let actual = self.type(of: column)
        guard Value.accepts(actual) else {
            let name = name(of: column)
            throw PostgresError.decoding(
                "column \"\(name)\" (\(column + 1)): \(Value.self) reads \(Value.postgresTypeNames), not \(actual)"
            ).with { $0.column = name }
        }
        column += 1
    }

    @inline(__always)
    private func value<Value: PostgresDecodable>(
        _ type: Value.Type, row: Int, column: inout Int
    ) throws(PostgresError) -> Value {
        defer { column += 1 }
        let row = Int32(truncatingIfNeeded: row)
        let field = Int32(truncatingIfNeeded: column)
        if unsafe PQgetisnull(result, row, field) != 0 {
            if let null = Value.postgresNull { return null }
            throw located(.decoding("NULL, where \(Value.self) is read"), column, Value.self)
        }
        let length = unsafe Int(PQgetlength(result, row, field))
        let bytes = unsafe UnsafeRawBufferPointer(start: PQgetvalue(result, row, field), count: length)
        do throws(PostgresError) {
            return try unsafe Value(postgres: bytes.bytes, type: self.type(of: column))
        } catch {
            throw located(error, column, Value.self)
        }
    }

    private func located<Value>(_ error: PostgresError, _ column: Int, _ type: Value.Type) -> PostgresError {
        let name = name(of: column)
        let message = "column \"\(name)\" (\(column + 1), \(self.type(of: column)) as \(type)): \(error.message)"
        return error.with(code: .decoding, message: message).with { $0.column = name }
    }
}
