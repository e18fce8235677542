public import FoundationEssentials
internal import LibPQ
internal import Schema
internal import XAPI

extension StatementStore {
    /// A page of statements in the order in which they were stored.
    public func page(_ filter: StatementFilter) async throws -> StatementPage {
        try await pool.withConnection { db in try await Self.page(filter, db: db) }
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
        let limit = filter.limit == 0 ? StatementPage.maximumStatements : filter.limit
        let count = min(limit, StatementPage.maximumStatements)
        let rows = try await rows(filter, count: count + 1, db: db)
        let page = rows.prefix(count)
        let next = rows.count > count ? page.last.map { StatementCursor(key: $0.key) } : nil
        return StatementPage(statements: page.map(\.bytes), keys: page.map(\.key), next: next)
    }

    private static func rows(
        _ filter: StatementFilter, count: Int, db: borrowing Connection
    ) async throws -> [ServedRow] {
        let query = StatementPageQuery(filter, purpose: .page(count)).query
        // What is asked for by id is in no order of keys.
        guard filter.ids.isEmpty else {
            return try await db.rows(query, as: ServedRow.Columns.self).map(ServedRow.init)
        }
        return try await db.pipeline { pipeline in
            pipeline.execute(Queries.learningRecordsPlanPages())
            return pipeline.rows(query, as: ServedRow.Columns.self)
        }.get().map(ServedRow.init)
    }

    private static func count(_ filter: StatementFilter, db: borrowing Connection) async throws -> Int {
        try await db.one(StatementPageQuery(filter, purpose: .count).query, as: Int.self)
    }
}
