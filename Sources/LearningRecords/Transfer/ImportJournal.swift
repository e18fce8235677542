internal import FoundationEssentials
internal import JSON
public import LibPQ
internal import Schema

/// What the database remembers of an import, so that it goes on where it broke off.
public struct ImportJournal: Sendable {
    let pool: ConnectionPool
    /// The import; nil when nothing is remembered, because what is imported cannot be read twice.
    let id: UUID?
    /// What is imported, for people.
    let source: String
    /// Who imports, for the audit log.
    let actor: String
    /// How far an earlier attempt had come.
    public let start: ImportCounts

    /// An import of which only the end is noted.
    public init(pool: ConnectionPool, source: String, actor: String) {
        self.pool = pool
        self.source = source
        self.actor = actor
        id = nil
        start = ImportCounts()
    }

    /// The import of a file, which goes on if it broke off.
    ///
    /// - Parameters:
    ///   - digest: SHA-256 of the file.
    ///   - startsOver: Whether to begin with the first line in any case.
    public init(pool: ConnectionPool, source: String, digest: [UInt8], startsOver: Bool, actor: String) async throws {
        self.pool = pool
        self.source = source
        self.actor = actor
        let row = try await pool.withConnection { db in
            try await db.one(
                Queries.learningRecordsBeginImport(digest, source, startsOver),
                as: (UUID, Int, Int, Int, Int, Int).self)
        }
        id = row.0
        var start = ImportCounts()
        (start.lines, start.stored, start.alreadyStored, start.conflicts, start.refused) =
            (row.1, row.2, row.3, row.4, row.5)
        self.start = start
    }

    /// Notes how far the import has come.
    func move(to counts: ImportCounts) async throws {
        guard let id else { return }
        try await pool.withConnection { db in
            _ = try await db.execute(
                Queries.learningRecordsMoveImport(
                    id, counts.lines, counts.stored, counts.alreadyStored, counts.conflicts, counts.refused))
        }
    }

    /// Notes that the import has come to its end.
    func finish(_ counts: ImportCounts) async throws {
        var writer = JSONWriter()
        writer.object { counts.writeMembers(to: &$0) }
        let query = Queries.learningRecordsFinishImport(id, actor, source, JSONText(writer.bytes))
        try await pool.withConnection { db in _ = try await db.execute(query) }
    }
}
