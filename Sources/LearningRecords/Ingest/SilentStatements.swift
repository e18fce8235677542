internal import FoundationEssentials
internal import LibPQ
internal import Schema
internal import XAPI

/// The statements of requests that will not be stored: whose id is there already, or a neighbour's with other content.
///
/// What they say of activities adds nothing to the definitions: a statement whose id is there must not modify it "or any
/// other Object" (xAPI-Communication 2.1.1), nor does a request that is refused. They are asked for only when a batch
/// says something new of an activity. Should another process store one of the ids in this very moment, its definitions
/// are as if it had come first.
struct SilentStatements: Sendable {
    let ids: Set<UUID>

    /// All speak.
    static let none = SilentStatements(ids: [])

    private init(ids: Set<UUID>) { self.ids = ids }

    init(among requests: [IngestRequest], in pool: ConnectionPool) async throws {
        let statements = requests.flatMap(\.statements)
        let query = Queries.learningRecordsKnownStatements(
            statements.map(\.id), statements.map(\.fingerprint),
            statements.map { $0.statement.timestamp.map(LibPQ.Timestamp.init(microseconds:)) })
        let known = try await pool.withConnection { db in try await db.rows(query, as: (UUID, Bool).self) }
        let conflicts = Set(known.filter { !$0.1 }.map(\.0))
        let refused = conflicts.isEmpty ? [] : requests.filter { $0.statements.contains { conflicts.contains($0.id) } }
        ids = Set(known.map(\.0)).union(refused.flatMap(\.statements).map(\.id))
    }
}
