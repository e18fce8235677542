internal import LibPQ
internal import Schema

extension StatementStore {
    /// The definition of an activity as JSON, byte for byte as it is stored; nil when none is known.
    public func definition(ofActivity iri: String) async throws -> [UInt8]? {
        let query = Queries.learningRecordsActivityDefinition(iri)
        let row = try await pool.withConnection { db in try await db.first(query, as: JSONText?.self) }
        return row.flatMap { $0 }?.bytes
    }
}
