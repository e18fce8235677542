import Foundation
import LibPQ
import Testing

@Suite(.database)
struct StreamTests {
    struct Enough: Error {}

    @Test func `a large result is read row by row`() async throws {
        try await TestDatabase.connect { db in
            let sum = try await db.stream(
                "SELECT n, 'x' || n FROM generate_series(1, 100000) n", as: (Int, String).self
            ) {
                rows in
                var sum = 0
                while let (n, text) = try await rows.next() {
                    sum += n
                    if n == 77 { #expect(text == "x77") }
                }
                let after = try await rows.next()
                #expect(after == nil)
                return sum
            }
            #expect(sum == 5_000_050_000)
        }
    }

    @Test func `a consumer that leaves early leaves a usable connection`() async throws {
        try await TestDatabase.connect { db in
            for rows in [3, 100, 50_000_000] {
                let first = try await db.stream("SELECT generate_series(1, \(rows))", as: Int.self) { stream in
                    try await stream.next()
                }
                #expect(first == 1)
                let one = try await db.one("SELECT 1", as: Int.self)
                #expect(one == 1)
            }
            await #expect(throws: Enough.self) {
                try await TestDatabase.connect { db in
                    try await db.forEachRow("SELECT generate_series(1, 50000000)", as: Int.self) { row in
                        if row.values == 10 { throw Enough() }
                    }
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `streams without end, one more than there are threads, leave these to others`() async throws {
        let count = ProcessInfo.processInfo.activeProcessorCount + 1
        try await TestDatabase.withPool(PoolOptions(maximumConnections: count + 1)) { pool in
            let streaming = Counter()
            await withTaskGroup { group in
                for _ in 0..<count {
                    group.addTask {
                        try? await pool.withConnection { db in
                            try await db.forEachRow("SELECT generate_series(1, 1000000000)", as: Int.self) { row in
                                if row.values == 1 { streaming.increment() }
                            }
                        }
                    }
                }
                while streaming.value < count { try? await Task.sleep(for: .milliseconds(10)) }
                for _ in 0..<3 {
                    let one = try? await pool.withConnection { db in try await db.one("SELECT 1", as: Int.self) }
                    #expect(one == 1)
                }
                group.cancelAll()
            }
        }
    }

    @Test func `an error in the middle comes after the rows before it`() async throws {
        try await TestDatabase.connect { db in
            let seen = Counter()
            let query = Query("SELECT 100 / (50 - n) FROM generate_series(1, 100) n").named("division")
            let error = await postgresError {
                try await db.forEachRow(query, as: Int.self) { _ in seen.increment() }
            }
            #expect(error?.sqlState == .divisionByZero)
            #expect(error?.statementName == "division")
            #expect(seen.value == 49)
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `an error before the first row is thrown by the call`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError {
                try await db.stream("SELECT nothing", as: Int.self) { _ in Issue.record("the body ran") }
            }
            #expect(error?.sqlState == .undefinedColumn)
            let mismatch = await postgresError {
                try await db.forEachRow("SELECT 'x'", as: Int.self) { _ in }
            }
            #expect(mismatch?.code == .decoding)
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `another statement on a streaming connection is refused`() async throws {
        try await TestDatabase.connect { db in
            try await db.forEachRow("SELECT generate_series(1, 2)", as: Int.self) { _ in
                let error = await postgresError { try await db.execute("SELECT 1") }
                #expect(error?.code == .connectionBusy)
            }
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `a stream within a transaction leaves it open`() async throws {
        try await TestDatabase.connect { db in
            try await db.withTransaction { db in
                try await db.forEachRow("SELECT generate_series(1, 1000)", as: Int.self) { _ in }
                try await db.execute("SELECT 1")
            }
        }
    }
}
