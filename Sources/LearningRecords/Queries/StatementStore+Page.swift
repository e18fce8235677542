public import FoundationEssentials
public import LibPQ
internal import Schema
internal import XAPI

extension StatementStore {
    /// A page of statements in the order in which they were stored.
    public func page(_ filter: StatementFilter) async throws -> StatementPage {
        try await pool.withConnection { db in try await Self.page(filter, db: db) }
    }

    /// A page, and the moment through which it is complete, in one round trip.
    public func consistentPage(
        _ filter: StatementFilter
    ) async throws -> (page: StatementPage, through: LibPQ.Timestamp) {
        let (page, through) = try await consistently { Self.page(filter, in: $0) }
        return (page, through)
    }

    /// How many statements a filter finds, on all pages.
    ///
    /// Exact, so it takes the longer the more there are.
    public func count(_ filter: StatementFilter) async throws -> Int {
        try await pool.withConnection { db in try await Self.count(filter, db: db) }
    }

    /// A page, and how many statements there are on all pages at that moment.
    public func countedPage(_ filter: StatementFilter) async throws -> (page: StatementPage, count: Int) {
        try await pool.withTransaction(isolation: .repeatableRead, readOnly: true) { db in
            // The page last, for it has the transaction planned for pages.
            let count = try await Self.count(filter, db: db)
            return (try await Self.page(filter, db: db), count)
        }
    }

    /// The statements with these ids, in this order; nil where there is none, or it was voided.
    ///
    /// - Parameter authority: Who must have vouched for them; anybody when it is nil.
    public func statements(_ ids: [UUID], of authority: Authority? = nil) async throws -> [[UInt8]?] {
        guard !ids.isEmpty else { return [] }
        var filter = StatementFilter()
        filter.ids = ids
        filter.authority = authority
        let query = StatementPageQuery(filter, purpose: .page(ids.count)).query
        let rows = try await pool.withConnection { db in
            try await db.rows(query, as: ServedRow.Columns.self).map(ServedRow.init)
        }
        let statements = Dictionary(rows.map { ($0.id, $0.bytes) }) { first, _ in first }
        return ids.map { statements[$0] }
    }

    private static func page(_ filter: StatementFilter, db: borrowing Connection) async throws -> StatementPage {
        try await db.pipeline { pipeline in page(filter, in: pipeline) }.get()
    }

    private static func page(_ filter: StatementFilter, in pipeline: Pipeline) -> PipelineResult<StatementPage> {
        pipeline.execute(Queries.learningRecordsPlanPages())
        let limit = filter.limit == 0 ? StatementPage.maximumStatements : filter.limit
        let count = min(limit, StatementPage.maximumStatements)
        // One more, which tells that there is another page.
        let query = StatementPageQuery(filter, purpose: .page(count + 1)).query
        return pipeline.reduce(query, into: StatementPage(expecting: count)) { page, row throws(PostgresError) in
            guard page.keys.count < count else { return page.next = page.keys.last.map(StatementCursor.init(key:)) }
            try page.append(row)
        }
    }

    private static func count(_ filter: StatementFilter, db: borrowing Connection) async throws -> Int {
        try await db.one(StatementPageQuery(filter, purpose: .count).query, as: Int.self)
    }
}
