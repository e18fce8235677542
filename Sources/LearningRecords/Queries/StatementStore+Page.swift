internal import FoundationEssentials
internal import LibPQ
internal import Schema
internal import XAPI

extension StatementStore {
    /// A page of statements in the order in which they were stored.
    public func page(_ filter: StatementFilter) async throws -> StatementPage {
        let limit = filter.limit == 0 ? StatementPage.maximumStatements : filter.limit
        let count = min(limit, StatementPage.maximumStatements)
        return try await pool.withConnection { db in
            guard let keys = try await FilterKeys(filter, db: db) else {
                return StatementPage(statements: [], keys: [], next: nil)
            }
            let query = StatementPageQuery(filter, keys: keys, count: count + 1).query
            let rows = try await db.rows(query, as: ServedRow.Columns.self)
            let page = rows.prefix(count).map(ServedRow.init)
            let next = rows.count > count ? page.last.map { StatementCursor(key: $0.key) } : nil
            return StatementPage(statements: page.map(\.bytes), keys: page.map(\.key), next: next)
        }
    }
}
