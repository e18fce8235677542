import Testing

@testable import LibPQ

@Suite(.database)
struct StatementCacheTests {
    private func prepared(_ db: borrowing Connection) async throws -> Int {
        try await db.one("SELECT count(*) FROM pg_prepared_statements", as: Int.self)
    }

    @Test func `a statement is prepared once however often it runs`() async throws {
        try await TestDatabase.connect { db in
            for n in 0..<20 { _ = try await db.one("SELECT \(n)", as: Int.self) }
            let first = try await prepared(db)
            let second = try await prepared(db)
            #expect(first == second)
            #expect(first == 2)
        }
    }

    @Test func `the same text with other types is another statement`() async throws {
        try await TestDatabase.connect { db in
            let number = try await db.one("SELECT pg_typeof(\(1))::text", as: String.self)
            let text = try await db.one("SELECT pg_typeof(\("1"))::text", as: String.self)
            #expect(number == "bigint")
            #expect(text == "text")
        }
    }

    @Test func `the least recently used statements are dropped here and on the server`() async throws {
        var configuration = try TestDatabase.configuration
        configuration.statementCacheCapacity = 16
        try await Connection.withConnection(to: configuration) { db in
            for n in 0..<200 {
                _ = try await db.one(Query(unescaped: "SELECT \(n)"), as: Int.self)
                _ = try await db.one("SELECT 'kept'", as: String.self)
            }
            let names = try await db.rows("SELECT statement FROM pg_prepared_statements", as: String.self)
            #expect(names.count <= 17)
            #expect(names.contains("SELECT 'kept'"))
            #expect(names.contains("SELECT 199"))
            #expect(db.session.statements.count <= 16)
        }
    }

    @Test func `the cache evicts an eighth at a time, the oldest first`() {
        var cache = StatementCache(capacity: 8)
        for n in 0..<8 { cache.insert(StatementCache.Key(sql: "\(n)", types: []), name: "s\(n)") }
        #expect(cache.evict().isEmpty)
        #expect(cache.name(for: StatementCache.Key(sql: "0", types: [])) == "s0")
        cache.insert(StatementCache.Key(sql: "8", types: []), name: "s8")
        #expect(cache.evict() == ["s1", "s2"])
        #expect(cache.name(for: StatementCache.Key(sql: "1", types: [])) == nil)
        #expect(cache.count == 7)
    }

    @Test func `a statement whose result type changed is prepared anew`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE shape (a int); INSERT INTO shape VALUES (1)")
            let before = try await db.rows("SELECT * FROM shape", as: Int.self)
            try await db.executeScript("ALTER TABLE shape ADD b text DEFAULT 'x'")
            let after = try await db.rows("SELECT * FROM shape", as: (Int, String).self)
            #expect(before == [1])
            #expect(after.map(\.1) == ["x"])
            try await db.executeScript("ALTER TABLE shape DROP b")
            let piped = try await db.pipeline { p in p.rows("SELECT * FROM shape", as: Int.self) }
            #expect(try piped.get() == [1])
            try await db.executeScript("ALTER TABLE shape ADD c bool DEFAULT true")
            var streamed: [Bool] = []
            try await db.forEachRow("SELECT * FROM shape", as: (Int, Bool).self) { row in streamed.append(row.values.1)
            }
            #expect(streamed == [true])
        }
    }

    @Test func `statements the server forgot are prepared anew`() async throws {
        try await TestDatabase.connect { db in
            for forget in ["DEALLOCATE ALL", "DISCARD ALL", "DO $$ BEGIN EXECUTE 'DEALLOCATE ALL'; END $$"] {
                _ = try await db.one("SELECT 1", as: Int.self)
                try await db.executeScript(forget)
                let one = try await db.one("SELECT 1", as: Int.self)
                #expect(one == 1)
            }
        }
    }

    @Test func `within a transaction a stale statement fails, and works in the next`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE stale (a int)")
            _ = try await db.rows("SELECT * FROM stale", as: Int.self)
            try await db.executeScript("ALTER TABLE stale ADD b int")
            let error = await postgresError {
                try await db.withTransaction { db in try await db.rows("SELECT * FROM stale", as: (Int, Int).self) }
            }
            #expect(error?.sqlState == .featureNotSupported)
            #expect(error?.isRetryable == true)
            let rows = try await db.withTransaction { db in
                try await db.rows("SELECT * FROM stale", as: (Int, Int).self).count
            }
            #expect(rows == 0)
        }
    }

    @Test func `a statement that failed to prepare is not remembered`() async throws {
        try await TestDatabase.connect { db in
            _ = await postgresError { try await db.execute("SELECT * FROM later") }
            try await db.executeScript("CREATE TABLE later (a int)")
            let rows = try await db.rows("SELECT * FROM later", as: Int.self)
            #expect(rows.isEmpty)
        }
    }
}
