public import FoundationEssentials
public import LibPQ
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

    /// The statement with an id, and the moment through which that is so, in one round trip.
    ///
    /// Parameters are those of ``statement(_:voided:of:)``.
    public func consistentStatement(
        _ id: UUID, voided: Bool, of authority: Authority?
    ) async throws -> (statement: ServedRow?, through: LibPQ.Timestamp) {
        let query = Queries.learningRecordsStatementById(id, voided, authority?.digest)
        let (row, through) = try await consistently { $0.first(query, as: ServedRow.Columns.self) }
        return (row.map(ServedRow.init), through)
    }
}
