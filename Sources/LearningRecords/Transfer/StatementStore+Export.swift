internal import JSON
internal import LibPQ
internal import Schema
internal import XAPI

extension StatementStore {
    /// The statements that a filter finds, through this moment or the filter's own `until` if that is earlier.
    public func export(_ filter: StatementFilter) async throws -> StatementExport {
        let through = try await consistentThrough()
        return StatementExport(filter, from: self, through: min(filter.until ?? through, through))
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
