import LibPQ
import Testing

@Suite(.database)
struct TransactionTests {
    struct Refusal: Error {}

    private func table(_ name: String, _ db: borrowing Connection) async throws {
        try await db.executeScript("CREATE TABLE \(name) (n int PRIMARY KEY)")
    }

    @Test func `what a transaction did is kept when it returns`() async throws {
        try await TestDatabase.connect { db in
            try await table("kept", db)
            let value = try await db.withTransaction { db in
                try await db.execute("INSERT INTO kept VALUES (1)")
                let isOpen = db.isInTransaction
                #expect(isOpen)
                return "done"
            }
            let rows = try await db.rows("SELECT n FROM kept", as: Int.self)
            #expect(value == "done")
            #expect(rows == [1])
            let isOpen = db.isInTransaction
            #expect(!isOpen)
        }
    }

    @Test func `what a transaction did is undone when it throws`() async throws {
        try await TestDatabase.connect { db in
            try await table("undone", db)
            await #expect(throws: Refusal.self) {
                try await TestDatabase.connect { db in
                    try await db.withTransaction { db in
                        try await db.execute("INSERT INTO undone VALUES (1)")
                        throw Refusal()
                    }
                }
            }
            let error = await postgresError {
                try await db.withTransaction { db in
                    try await db.execute("INSERT INTO undone VALUES (1)")
                    try await db.execute("SELECT 1/0")
                }
            }
            let rows = try await db.rows("SELECT n FROM undone", as: Int.self)
            #expect(error?.sqlState == .divisionByZero)
            #expect(rows.isEmpty)
        }
    }

    @Test func `a commit that is a rollback in truth is an error`() async throws {
        try await TestDatabase.connect { db in
            try await table("lost", db)
            let error = await postgresError {
                try await db.withTransaction { db in
                    try await db.execute("INSERT INTO lost VALUES (1)")
                    _ = await postgresError { try await db.execute("SELECT 1/0") }
                }
            }
            let rows = try await db.rows("SELECT n FROM lost", as: Int.self)
            #expect(error?.code == .transactionAborted)
            #expect(rows.isEmpty)
        }
    }

    @Test func `a constraint checked at commit fails the commit`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE late (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)")
            let error = await postgresError {
                try await db.withTransaction { db in try await db.execute("INSERT INTO late VALUES (1), (1)") }
            }
            #expect(error?.sqlState == .uniqueViolation)
            let isOpen = db.isInTransaction
            #expect(!isOpen)
        }
    }

    @Test func `isolation and access are what was asked for`() async throws {
        try await TestDatabase.connect { db in
            let level = try await db.withTransaction(isolation: .serializable, readOnly: true, deferrable: true) { db in
                try await db.one(
                    "SELECT current_setting('transaction_isolation'), current_setting('transaction_deferrable')",
                    as: (String, String).self)
            }
            let error = await postgresError {
                try await db.withTransaction(readOnly: true) { db in try await db.execute("CREATE TABLE no ()") }
            }
            #expect(level == ("serializable", "on"))
            #expect(error?.sqlState == .readOnlyTransaction)
        }
    }

    @Test func `savepoints undo only what was done within them`() async throws {
        try await TestDatabase.connect { db in
            try await table("saved", db)
            try await db.withTransaction { db in
                try await db.execute("INSERT INTO saved VALUES (1)")
                let error = await postgresError {
                    try await db.withSavepoint { db in
                        try await db.execute("INSERT INTO saved VALUES (2)")
                        _ = try await db.withSavepoint { db in
                            try await db.execute("INSERT INTO saved VALUES (3)")
                        }
                        try await db.execute("INSERT INTO saved VALUES (1)")
                    }
                }
                #expect(error?.sqlState == .uniqueViolation)
                try await db.withSavepoint { db in
                    try await db.execute("INSERT INTO saved VALUES (4)")
                    let inner = await postgresError {
                        try await db.withSavepoint { db in try await db.execute("INSERT INTO saved VALUES (4)") }
                    }
                    #expect(inner != nil)
                }
            }
            let rows = try await db.rows("SELECT n FROM saved ORDER BY n", as: Int.self)
            #expect(rows == [1, 4])
        }
    }

    @Test func `transactions don't nest and savepoints need one`() async throws {
        try await TestDatabase.connect { db in
            let nested = await postgresError {
                try await db.withTransaction { db in try await db.withTransaction { _ in } }
            }
            let alone = await postgresError { try await db.withSavepoint { _ in } }
            #expect(nested?.code == .protocolViolation)
            #expect(alone?.code == .protocolViolation)
        }
    }

    @Test func `rival serializable transactions are run again until each has won`() async throws {
        try await TestDatabase.withPool(PoolOptions(maximumConnections: 8)) { pool in
            try await pool.withConnection { db in
                try await db.executeScript("CREATE TABLE counter (n int); INSERT INTO counter VALUES (0)")
            }
            let attempts = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await pool.withTransaction(isolation: .serializable, retries: 100) { db in
                            attempts.increment()
                            let n = try await db.one("SELECT n FROM counter", as: Int.self)
                            try await db.execute("UPDATE counter SET n = \(n + 1)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let n = try await pool.withConnection { db in try await db.one("SELECT n FROM counter", as: Int.self) }
            #expect(n == 8)
            #expect(attempts.value >= 8)
        }
    }

    @Test func `a transaction that always loses is given up after the bound`() async throws {
        try await TestDatabase.withPool { pool in
            let attempts = Counter()
            let error = await postgresError {
                try await pool.withTransaction(retries: 2) { db in
                    attempts.increment()
                    try await db.executeScript("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$")
                }
            }
            #expect(error?.sqlState == .serializationFailure)
            #expect(attempts.value == 3)
        }
    }

    @Test func `other errors are not tried again`() async throws {
        try await TestDatabase.withPool { pool in
            let attempts = Counter()
            await #expect(throws: Refusal.self) {
                try await pool.withTransaction { _ in
                    attempts.increment()
                    throw Refusal()
                }
            }
            #expect(attempts.value == 1)
        }
    }
}
