import CLibPQ

extension Connection {
    /// Runs a `COPY … FROM STDIN` whose data `body` writes, in the format the statement names.
    ///
    /// Nothing is kept when `body` throws. The server reads all data before it tells an error in them.
    ///
    /// ```swift
    /// let count = try await db.copyIn("COPY partner (code, name) FROM STDIN (FORMAT csv)") { copy in
    ///     for try await line in lines { try await copy.write(line) }
    /// }
    /// ```
    ///
    /// - Returns: How many rows the server took.
    @discardableResult
    public borrowing func copyIn(
        _ sql: String, _ body: (inout CopyWriter) async throws -> Void
    ) async throws -> Int {
        try await session.beginCopy(sql, expecting: PGRES_COPY_IN)
        do {
            try await CopySink(session).take(body)
        } catch {
            await session.abortCopyIn()
            throw error
        }
        return try await session.endCopyIn(failing: nil)
    }

    /// Runs a `COPY … FROM STDIN` whose data a sequence gives, read no faster than the server takes them.
    @discardableResult
    public borrowing func copyIn<Chunks: AsyncSequence>(
        _ sql: String, from chunks: Chunks
    ) async throws -> Int where Chunks.Element == [UInt8] {
        try await copyIn(sql) { copy in
            for try await chunk in chunks { try await copy.write(chunk) }
        }
    }

    /// Copies rows into a table in binary form, the fastest way to insert many.
    ///
    /// The columns' types are looked up first and must be those of the values, as binary COPY converts nothing.
    ///
    /// ```swift
    /// try await db.copyIn(table: "score", columns: ["learner", "points"], as: (UUID, Numeric?).self) { rows in
    ///     for score in scores { try await rows.write(score.learner, score.points) }
    /// }
    /// ```
    ///
    /// - Returns: How many rows the server took.
    @discardableResult
    public borrowing func copyIn<each Column: PostgresEncodable>(
        schema: String? = nil, table: String, columns: [String], as types: (repeat each Column).Type,
        _ body: (inout CopyRowWriter<repeat each Column>) async throws -> Void
    ) async throws -> Int {
        let target = (schema.map { quoted(identifier: $0) + "." } ?? "") + quoted(identifier: table)
        let list = columns.map { quoted(identifier: $0) }.joined(separator: ", ")
        let result = try await session.perform(Query(unescaped: "SELECT \(list) FROM \(target) LIMIT 0"))
        var expected: [(PostgresType, String)] = []
        for type in repeat (each Column).self { expected.append((type.postgresType, "\(type)")) }
        try result.checkParameters(expected)
        return try await copyIn("COPY \(target) (\(list)) FROM STDIN (FORMAT binary)") { copy in
            var rows = CopyRowWriter<repeat each Column>(copy.sink, columnCount: columns.count)
            try await body(&rows)
            rows.end()
        }
    }

    /// Runs a `COPY … TO STDOUT` and lends its data row by row, in the format the statement names.
    ///
    /// A slow reader slows the server down; one that leaves early has the COPY cancelled.
    @discardableResult
    public borrowing func copyOut<Result>(
        _ sql: String, _ body: (inout CopyReader) async throws -> Result
    ) async throws -> Result {
        try await session.beginCopy(sql, expecting: PGRES_COPY_OUT)
        let source = CopySource(session)
        let result: Result
        do {
            var reader = CopyReader(source)
            result = try await body(&reader)
        } catch {
            await session.endCopyOut(isFinished: source.isFinished)
            throw error
        }
        await session.endCopyOut(isFinished: source.isFinished)
        return result
    }

    /// Copies the rows of a query out in binary form and lends them one by one.
    ///
    /// COPY takes no parameters, so neither may the query; ``stream(_:as:_:)`` does. Binary COPY doesn't tell types:
    /// the query is described first.
    @discardableResult
    public borrowing func copyOut<each Column: PostgresDecodable, Result>(
        _ query: String, as types: (repeat each Column).Type,
        _ body: (inout CopyRowReader<repeat each Column>) async throws -> Result
    ) async throws -> Result {
        let description = try await session.perform(Query(unescaped: "SELECT * FROM (\(query)) AS q LIMIT 0"))
        try description.checkColumns(as: types)
        let columns = CopyColumns(description)
        return try await copyOut("COPY (\(query)) TO STDOUT (FORMAT binary)") { copy in
            var rows = CopyRowReader<repeat each Column>(copy.source, columns: columns)
            return try await body(&rows)
        }
    }
}

extension Session {
    /// Ends a COPY whose data could not be given; the connection is in step after it, or given up.
    fileprivate func abortCopyIn() async {
        // The server answers with an error, as it is asked to.
        _ = try? await endCopyIn(failing: "the client gave up")
    }
}

extension PostgresResult {
    /// Whether values of these types can be written to these columns as they are.
    fileprivate func checkParameters(_ types: [(PostgresType, String)]) throws(PostgresError) {
        guard types.count == columnCount else {
            throw PostgresError(.encoding, "\(types.count) values are written to \(columnCount) columns")
        }
        for (column, (type, name)) in types.enumerated() where type != self.type(of: column) {
            let columnName = self.name(of: column)
            let message = "column \"\(columnName)\" (\(column + 1)) is \(self.type(of: column)); \(name) writes \(type)"
            throw PostgresError(.encoding, message).with { $0.column = columnName }
        }
    }
}
