import LibPQ
import Testing

@Suite(.database)
struct QueryTests {
    @Test func `a query binds its interpolated values and reads typed rows`() async throws {
        try await TestDatabase.connect { db in
            let text = "it's; DROP TABLE x"
            let rows = try await db.rows(
                "SELECT n, \(text) FROM generate_series(1, \(3)) AS n", as: (Int, String).self)
            #expect(rows.map(\.0) == [1, 2, 3])
            #expect(rows.allSatisfy { $0.1 == text })
        }
    }

    @Test func `a single column is read without a tuple`() async throws {
        try await TestDatabase.connect { db in
            let rows = try await db.rows("SELECT 7", as: Int.self)
            let one = try await db.one("SELECT 'a'", as: String.self)
            let none = try await db.first("SELECT 1 WHERE false", as: Int.self)
            #expect(rows == [7])
            #expect(one == "a")
            #expect(none == nil)
        }
    }

    @Test func `a prepared statement binds its parameters in order`() async throws {
        let statement = PreparedStatement(name: "difference", sql: "SELECT $1 - $2")
        try await TestDatabase.connect { db in
            let forward = try await db.one(statement(9, 4), as: Int.self)
            let backward = try await db.one(statement(4, 9), as: Int.self)
            #expect(forward == 5)
            #expect(backward == -5)
        }
    }

    @Test func `one row is demanded and several or none are refused`() async throws {
        try await TestDatabase.connect { db in
            for sql: Query in ["SELECT 1 WHERE false", "VALUES (1), (2)"] {
                let error = await postgresError { try await db.one(sql, as: Int.self) }
                #expect(error?.code == .unexpectedRowCount)
            }
        }
    }

    @Test func `execute tells how many rows were touched`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TEMP TABLE t (n int); INSERT INTO t SELECT generate_series(1, 10)")
            #expect(try await db.execute("DELETE FROM t WHERE n > \(4)") == 6)
            #expect(try await db.execute("CREATE TEMP TABLE u ()") == 0)
        }
    }

    @Test func `a pipeline reads every result in one round trip`() async throws {
        try await TestDatabase.connect { db in
            let (a, b) = try await db.pipeline { p in
                let a = p.rows("SELECT generate_series(1, 3)", as: Int.self)
                let b = p.first("SELECT \("x")", as: String.self)
                return (a, b)
            }
            #expect(try a.get() == [1, 2, 3])
            #expect(try b.get() == "x")
        }
    }

    @Test func `a pool lends connections to many tasks`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 4)) { pool in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for n in 0..<100 {
                    group.addTask {
                        try await pool.withConnection { db in try await db.one("SELECT \(n)", as: Int.self) }
                    }
                }
                var sum = 0
                for try await n in group { sum += n }
                #expect(sum == 4950)
            }
            #expect(pool.statistics.opened <= 4)
            #expect(pool.statistics.acquired == 100)
        }
    }
}
