extension Connection {
    /// Lends the rows of a query one by one, without keeping them; for large results.
    ///
    /// A consumer that is slow slows the server down; one that leaves early has the query cancelled. Other statements
    /// can't run on this connection until `body` returns.
    ///
    /// ```swift
    /// try await db.stream("SELECT id, payload FROM statement", as: (UUID, JSONText).self) { rows in
    ///     while let (id, payload) = try await rows.next() { … }
    /// }
    /// ```
    @discardableResult
    public borrowing func stream<each Column: PostgresDecodable, Result>(
        _ query: Query, as types: (repeat each Column).Type,
        _ body: (inout RowStream<repeat each Column>) async throws -> Result
    ) async throws -> Result {
        let rows = try await session.openStream(query)
        let result: Result
        do {
            var stream = RowStream<repeat each Column>(rows)
            result = try await body(&stream)
        } catch {
            await rows.close()
            throw error
        }
        await rows.close()
        return result
    }

    /// Runs `body` for every row of a query, one after the other; see ``stream(_:as:_:)``.
    ///
    /// ```swift
    /// try await db.forEachRow("SELECT id, name FROM partner", as: (Int, String).self) { row in
    ///     let (id, name) = row.values
    /// }
    /// ```
    public borrowing func forEachRow<each Column: PostgresDecodable>(
        _ query: Query, as types: (repeat each Column).Type,
        _ body: (Row<repeat each Column>) async throws -> Void
    ) async throws {
        let rows = try await session.openStream(query)
        do {
            while let result = try await rows.next() {
                let row = try Row<repeat each Column>(result, of: rows)
                try await body(row)
            }
        } catch {
            await rows.close()
            throw error
        }
        await rows.close()
    }
}
