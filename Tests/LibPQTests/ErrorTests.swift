import LibPQ
import Testing

@Suite(.database)
struct ErrorTests {
    @Test func `a violated constraint is told with its names, and its values only in detail`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE person (id int CONSTRAINT one_each PRIMARY KEY)")
            let insert = PreparedStatement(name: "insertPerson", sql: "INSERT INTO person VALUES ($1)")
            try await db.execute(insert(4711))
            let error = await postgresError { try await db.execute(insert(4711)) }
            #expect(error?.code == .server)
            #expect(error?.sqlState == .uniqueViolation)
            #expect(error?.constraint == "one_each")
            #expect(error?.schema == "public")
            #expect(error?.table == "person")
            #expect(error?.statementName == "insertPerson")
            #expect(error?.detail?.contains("4711") == true)
            #expect(error.map { "\($0)" }?.contains("4711") == false)
            #expect(error.map { "\($0)" }?.contains("one_each") == true)
            #expect(error.map { String(reflecting: $0) }?.contains("4711") == true)
        }
    }

    @Test func `a NULL violation names the column`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE strict (name text NOT NULL)")
            let error = await postgresError { try await db.execute("INSERT INTO strict VALUES (\(nil as String?))") }
            #expect(error?.sqlState == .notNullViolation)
            #expect(error?.column == "name")
        }
    }

    @Test func `a data exception's quoted input is left out of the description`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError { try await db.execute("SELECT (\("top secret")::text)::int") }
            #expect(error?.sqlState == .invalidTextRepresentation)
            #expect(error?.message.contains("top secret") == true)
            #expect(error.map { "\($0)" }?.contains("secret") == false)
        }
    }

    @Test func `a syntax error tells its position and leaves the connection usable`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError { try await db.execute("SELEKT 1") }
            #expect(error?.sqlState == .syntaxError)
            #expect(error?.position == 1)
            let script = await postgresError { try await db.executeScript("SELECT 1; SELECT 1/0; SELECT 2") }
            #expect(script?.sqlState == .divisionByZero)
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `an error raised in a function keeps message, detail and hint`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError {
                try await db.executeScript(
                    "DO $$ BEGIN RAISE EXCEPTION 'no' USING DETAIL = 'why', HINT = 'how', ERRCODE = 'TS001'; END $$")
            }
            #expect(error?.message == "no")
            #expect(error?.detail == "why")
            #expect(error?.hint == "how")
            #expect(error?.sqlState?.rawValue == "TS001")
            #expect(error?.sqlState?.class == "TS")
        }
    }

    @Test func `COPY is refused where it can't be served, and the connection stays usable`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE c (n int)")
            for sql in [
                "COPY c FROM STDIN", "COPY c TO STDOUT", "SELECT 1; COPY (VALUES (1), (2)) TO STDOUT; SELECT 2",
            ] {
                let error = await postgresError { try await db.executeScript(sql) }
                #expect(error?.code == .protocolViolation)
            }
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `SQL with a zero byte is refused instead of being cut there`() async throws {
        try await TestDatabase.connect { db in
            let query = Query(unescaped: "SELECT 1\0; DROP TABLE x").named("cut")
            let errors = [
                await postgresError { try await db.execute(query) },
                await postgresError { try await db.executeScript(query.sql) },
                await postgresError { try await db.pipeline { p in p.execute(query) } },
                await postgresError { try await db.copyIn(query.sql) { _ in } },
            ]
            #expect(errors.allSatisfy { $0?.code == .encoding })
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `more parameters than the protocol allows are refused and nothing is lost`() async throws {
        try await TestDatabase.connect { db in
            let list = (1...70_000).map { "$\($0)" }.joined(separator: ",")
            let error = await postgresError { try await db.execute(Query(unescaped: "SELECT ARRAY[\(list)]::int[]")) }
            #expect(error != nil)
            var interpolation = Query.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
            for n in 0..<70_000 { interpolation.appendInterpolation(n) }
            let query = Query(stringInterpolation: interpolation)
            let refused = await postgresError { try await db.execute(query) }
            #expect(refused?.code == .encoding)
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `connecting in vain tells why and never shows the password`() async throws {
        for (uri, code) in [
            ("postgresql://u:s3cret@127.0.0.1:1/db", PostgresError.Code.connectionFailed),
            ("postgresql://u:s3cret@[", .configuration), ("host", .configuration),
            ("host=/nonexistent password=s3cret", .connectionFailed),
        ] {
            let error = await postgresError {
                try await Connection.withConnection(to: ConnectionConfiguration(uri)) { db in db.processID }
            }
            #expect(error?.code == code)
            #expect(error.map { "\($0)" }?.contains("s3cret") == false)
        }
        #expect("\(ConnectionConfiguration("postgresql://u:s3cret@h/db"))".contains("s3cret") == false)
    }

    @Test func `application name and runtime parameters reach the session`() async throws {
        var configuration = try TestDatabase.configuration
        configuration.applicationName = "a test"
        configuration.runtimeParameters = ["statement_timeout": "70ms", "search_path": "\"a b\\c\", public"]
        try await Connection.withConnection(to: configuration) { db in
            let row = try await db.one(
                "SELECT current_setting('application_name'), current_setting('search_path')",
                as: (String, String).self)
            #expect(row == ("a test", "\"a b\\c\", public"))
            let error = await postgresError { try await db.execute("SELECT pg_sleep(10)") }
            #expect(error?.code == .server)
            #expect(error?.sqlState == .queryCanceled)
        }
    }
}
