internal import JSON
internal import LibPQ
internal import Schema
internal import XAPI

extension StatementStore {
    /// The statements that a filter finds, through this moment or the filter's own `until` if that is earlier.
    ///
    /// - Parameter statementsOnly: Whether to leave out data of attachments, and the bytes that clients had sent.
    public func export(_ filter: StatementFilter, statementsOnly: Bool = false) async throws -> StatementExport {
        let through = try await consistentThrough()
        return StatementExport(
            filter, from: self, through: min(filter.until ?? through, through), statementsOnly: statementsOnly)
    }

    /// The untouched bytes of those of some statements that are not served byte for byte.
    func received(of keys: [Int64]) async throws -> [Int64: [UInt8]] {
        let query = Queries.learningRecordsReceivedOfStatements(keys)
        let rows = try await pool.withConnection { db in try await db.rows(query, as: (Int64, JSONText).self) }
        return Dictionary(rows.map { ($0.0, $0.1.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    /// Notes in the audit log that statements leave the store.
    ///
    /// - Parameters:
    ///   - target: Where they go, for people.
    ///   - actor: Who takes them.
    public func noteExport(_ filter: StatementFilter, to target: String, actor: String) async throws {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("since", stringIfPresent: filter.since.map { XAPI.Timestamp.text($0.microseconds) })
            writer.member("until", stringIfPresent: filter.until.map { XAPI.Timestamp.text($0.microseconds) })
        }
        let query = Queries.learningRecordsNoteExport(actor, target, JSONText(writer.bytes))
        try await pool.withConnection { db in _ = try await db.execute(query) }
    }
}
