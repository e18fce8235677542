public import FoundationEssentials
internal import LibPQ
internal import Schema

extension StatementStore {
    /// The statement with an id.
    ///
    /// - Parameters:
    ///   - voided: Whether a voided statement is asked for: a voided one is found only so (xAPI 2.0 §4.1.3.3).
    ///   - authority: Who must have vouched for it; anybody when it is nil.
    public func statement(
        _ id: UUID, voided: Bool = false, of authority: Authority? = nil
    ) async throws -> ServedRow? {
        let query = Queries.learningRecordsStatementById(id, voided, authority?.digest)
        let row = try await pool.withConnection { db in
            try await db.first(query, as: ServedRow.Columns.self)
        }
        return row.map(ServedRow.init)
    }
}
