public import FoundationEssentials
public import LibPQ
internal import Schema
internal import XAPI

extension StatementStore {
    /// A page of statements in the order in which they were stored.
    public func page(_ filter: StatementFilter) async throws -> StatementPage {
        try await pool.withConnection { db in try await Self.page(filter, db: db) }
    }

    /// A page, and the moment through which it is complete: what is asked for after it, in one round trip.
    ///
    /// The moment is asked for first: what is committed in between is only more than is promised.
    public func consistentPage(
        _ filter: StatementFilter
    ) async throws -> (page: StatementPage, through: LibPQ.Timestamp) {
        let (rows, through) = try await pool.withConnection { db in
            try await db.pipeline { pipeline in
                let through = pipeline.rows(Queries.learningRecordsConsistentThrough(), as: LibPQ.Timestamp.self)
                let rows = Self.rows(filter, count: Self.count(filter) + 1, in: pipeline)
                return { (try rows.get().map(ServedRow.init), try through.get()[0]) }
            }()
        }
        promise.make(through)
        return (Self.page(rows, filter), through)
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
        let rows = try await pool.withConnection { db in try await Self.rows(filter, count: ids.count, db: db) }
        let statements = Dictionary(rows.map { ($0.id, $0.bytes) }) { first, _ in first }
        return ids.map { statements[$0] }
    }

    private static func page(_ filter: StatementFilter, db: borrowing Connection) async throws -> StatementPage {
        page(try await rows(filter, count: count(filter) + 1, db: db), filter)
    }

    /// The page, of rows one more than fit it if there are so many.
    private static func page(_ rows: [ServedRow], _ filter: StatementFilter) -> StatementPage {
        let count = count(filter)
        let page = rows.prefix(count)
        let next = rows.count > count ? page.last.map { StatementCursor(key: $0.key) } : nil
        return StatementPage(statements: page.map(\.bytes), keys: page.map(\.key), next: next)
    }

    /// How many statements a page has at most.
    private static func count(_ filter: StatementFilter) -> Int {
        let limit = filter.limit == 0 ? StatementPage.maximumStatements : filter.limit
        return min(limit, StatementPage.maximumStatements)
    }

    private static func rows(
        _ filter: StatementFilter, count: Int, db: borrowing Connection
    ) async throws -> [ServedRow] {
        try await db.pipeline { pipeline in rows(filter, count: count, in: pipeline) }.get().map(ServedRow.init)
    }

    private static func rows(
        _ filter: StatementFilter, count: Int, in pipeline: Pipeline
    ) -> PipelineResult<[ServedRow.Columns]> {
        // What is asked for by id is in no order of keys.
        if filter.ids.isEmpty { pipeline.execute(Queries.learningRecordsPlanPages()) }
        return pipeline.rows(StatementPageQuery(filter, purpose: .page(count)).query, as: ServedRow.Columns.self)
    }

    private static func count(_ filter: StatementFilter, db: borrowing Connection) async throws -> Int {
        try await db.one(StatementPageQuery(filter, purpose: .count).query, as: Int.self)
    }
}
