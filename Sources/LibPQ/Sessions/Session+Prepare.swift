import CLibPQ

extension Session {
    /// The name of the query's prepared statement, prepared now if it isn't yet.
    func prepare(_ query: Query) async throws(PostgresError) -> String {
        try await refreshStatements()
        let key = StatementCache.Key(sql: query.sql, types: query.parameters.types)
        if let name = statements.name(for: key) { return name }
        try checkText(query.sql, name: query.name)
        let name = statements.makeName()
        guard sendPrepare(key, as: name) else { throw sendError(statement: query.name) }
        _ = try await collectResult(statement: query.name)
        statements.insert(key, name: name)
        try await evictStatements()
        return name
    }

    func sendPrepare(_ key: StatementCache.Key, as name: String) -> Bool {
        let types = key.types.map(\.rawValue)
        return unsafe PQsendPrepare(link.connection, name, key.sql, Int32(types.count), types) == 1
    }

    /// Drops statements that the server forgot or can no longer run, unless a failed transaction stands in the way.
    func refreshStatements() async throws(PostgresError) {
        guard statements.isStale, transactionStatus == .idle || transactionStatus == .open else { return }
        _ = try await runSimple("DEALLOCATE ALL")
        statements.removeAll()
    }

    func evictStatements() async throws(PostgresError) {
        guard transactionStatus == .idle || transactionStatus == .open else { return }
        let names = statements.evict()
        guard !names.isEmpty else { return }
        _ = try await runSimple(names.map { "DEALLOCATE \($0)" }.joined(separator: ";"))
    }
}
