extension Connection {
    /// Runs a query and reads all its rows.
    ///
    /// The result's columns must be as many as the types, and of types they read; otherwise an error of the code
    /// ``PostgresError/Code/decoding`` names the column and both types.
    ///
    /// ```swift
    /// let rows = try await db.rows("SELECT id, score FROM attempt", as: (UUID, Numeric?).self)
    /// for (id, score) in rows { … }
    /// ```
    public borrowing func rows<each Column: PostgresDecodable>(
        _ query: Query, as types: (repeat each Column).Type
    ) async throws(PostgresError) -> [(repeat each Column)] {
        let result = try await session.perform(query)
        do throws(PostgresError) { return try result.rows(as: types) } catch { throw error.named(query.name) }
    }

    /// Runs a query and reads its first row; nil when there is none.
    public borrowing func first<each Column: PostgresDecodable>(
        _ query: Query, as types: (repeat each Column).Type
    ) async throws(PostgresError) -> (repeat each Column)? {
        let result = try await session.perform(query)
        do throws(PostgresError) {
            try result.checkColumns(as: types)
            guard result.rowCount > 0 else { return nil }
            let row: (repeat each Column) = try result.row(0, as: types)
            return row
        } catch {
            throw error.named(query.name)
        }
    }

    /// Runs a query that gives exactly one row, and reads that.
    ///
    /// Throws ``PostgresError/Code/unexpectedRowCount`` when there is none or more than one.
    public borrowing func one<each Column: PostgresDecodable>(
        _ query: Query, as types: (repeat each Column).Type
    ) async throws(PostgresError) -> (repeat each Column) {
        let result = try await session.perform(query)
        do throws(PostgresError) {
            try result.checkColumns(as: types)
            guard result.rowCount == 1 else {
                throw PostgresError(.unexpectedRowCount, "one row is read, the result has \(result.rowCount)")
            }
            return try result.row(0, as: types)
        } catch {
            throw error.named(query.name)
        }
    }

    /// Runs a statement and returns how many rows it touched.
    @discardableResult
    public borrowing func execute(_ query: Query) async throws(PostgresError) -> Int {
        try await session.perform(query).affectedRows
    }

    /// Runs one or several statements, separated by semicolons, by the simple protocol.
    ///
    /// For migrations and the like: there are no parameters, nothing is prepared, and unless the script says otherwise
    /// all of it is one transaction.
    public borrowing func executeScript(_ sql: String) async throws(PostgresError) {
        _ = try await session.performSimple(sql)
    }
}
