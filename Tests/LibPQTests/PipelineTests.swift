import LibPQ
import Testing

@Suite(.database)
struct PipelineTests {
    @Test func `an error is attributed to its statement and takes the others with it`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE p (n int PRIMARY KEY)")
            let insert = PreparedStatement(name: "insertP", sql: "INSERT INTO p VALUES ($1)")
            var results: [PipelineResult<Int>] = []
            let error = await postgresError {
                try await db.pipeline { p in
                    for n in [1, 2, 1, 3] { results.append(p.execute(insert(n))) }
                }
            }
            #expect(error?.sqlState == .uniqueViolation)
            #expect(error?.statementIndex == 2)
            #expect(error?.statementName == "insertP")
            #expect(try results[0].get() == 1)
            let aborted = #expect(throws: PostgresError.self) { try results[3].get() }
            #expect(aborted?.code == .pipelineAborted)
            #expect(aborted?.statementIndex == 3)
            let rows = try await db.rows("SELECT n FROM p", as: Int.self)
            #expect(rows.isEmpty)
        }
    }

    @Test func `rows are read where they lie, and what is of another type or NULL is refused by its column`()
        async throws
    {
        try await TestDatabase.connect { db in
            let query: Query =
                "SELECT n, NULLIF(n, 2) AS odd, ('{\"n\":' || n || '}')::json AS body FROM generate_series(1, 3) AS n"
            let (numbers, bodies) = try await db.pipeline { p in
                let numbers = p.reduce(query, into: [Int32?]()) { numbers, row throws(PostgresError) in
                    numbers.append(try row.value(0))
                    numbers.append(try row.value(1))
                }
                let bodies = p.reduce(query, into: [Int]()) { counts, row throws(PostgresError) in
                    let count = try row.withBytes(2, of: .json) { $0.byteCount }
                    counts.append(count ?? -1)
                }
                return { (try numbers.get(), try bodies.get()) }
            }()
            #expect(numbers == [1, 1, 2, nil, 3, 3])
            #expect(bodies == [7, 7, 7])
            let null = await postgresError {
                try await db.pipeline { p in
                    p.reduce(query, into: 0) { _, row throws(PostgresError) in _ = try row.value(1, as: Int32.self) }
                }
            }
            #expect(null?.code == .decoding && null?.column == "odd")
            let other = await postgresError {
                try await db.pipeline { p in
                    p.reduce(query, into: 0) { _, row throws(PostgresError) in
                        _ = try row.withBytes(0, of: .json) { _ in }
                    }
                }
            }
            #expect(other?.code == .decoding && other?.column == "n")
            #expect(try await db.one("SELECT 1", as: Int.self) == 1)
        }
    }

    @Test func `ten thousand rows with one that fails are refused with its index`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE big (n int PRIMARY KEY, payload text)")
            let insert = PreparedStatement(name: "insertBig", sql: "INSERT INTO big VALUES ($1, $2)")
            let payload = String(repeating: "x", count: 500)
            let error = await postgresError {
                try await db.pipeline { p in
                    for n in 0..<10_000 { p.execute(insert(n == 7_777 ? 5 : n, payload)) }
                }
            }
            #expect(error?.sqlState == .uniqueViolation)
            #expect(error?.statementIndex == 7_777)
            let none = try await db.one("SELECT count(*) FROM big", as: Int.self)
            #expect(none == 0)
            try await db.pipeline { p in
                for n in 0..<10_000 { p.execute(insert(n, payload)) }
            }
            let all = try await db.one("SELECT count(*) FROM big", as: Int.self)
            #expect(all == 10_000)
        }
    }

    @Test func `results larger than any buffer don't block the sending`() async throws {
        try await TestDatabase.connect { db in
            let text = String(repeating: "y", count: 100_000)
            let results = try await db.pipeline { p in
                (0..<200).map { _ in p.rows("SELECT \(text)", as: String.self) }
            }
            for result in results { #expect(try result.get() == [text]) }
        }
    }

    @Test func `a statement that can't be prepared fails at its place`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError {
                try await db.pipeline { p in
                    p.execute("SELECT 1")
                    p.execute("SELECT * FROM nowhere")
                    p.execute("SELECT 2")
                }
            }
            #expect(error?.sqlState == .undefinedTable)
            #expect(error?.statementIndex == 1)
            let after = try await db.pipeline { p in
                (p.rows("SELECT 1", as: Int.self), p.rows("SELECT 2", as: Int.self))
            }
            #expect(try after.0.get() == [1])
            #expect(try after.1.get() == [2])
        }
    }

    @Test func `a result of other types fails at its place`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError {
                try await db.pipeline { p in
                    p.execute("SELECT 1")
                    p.rows("SELECT 'x'", as: Int.self)
                }
            }
            #expect(error?.code == .decoding)
            #expect(error?.statementIndex == 1)
        }
    }

    @Test func `within a transaction a pipeline's work waits for the commit`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE t (n int)")
            try? await db.withTransaction { db in
                try await db.pipeline { p in
                    for n in 0..<3 { p.execute("INSERT INTO t VALUES (\(n))") }
                }
                throw CancellationError()
            }
            let count = try await db.one("SELECT count(*) FROM t", as: Int.self)
            #expect(count == 0)
            try await db.pipeline { _ in }
        }
    }

    @Test func `a result asked for before the pipeline ran is an error`() async throws {
        try await TestDatabase.connect { db in
            _ = await postgresError { try await db.pipeline { p in try p.execute("SELECT 1").get() } }
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }
}
