import FoundationEssentials
import LibPQ
import Testing

@Suite(.database)
struct DecodingTests {
    @Test func `a column of another type is refused with its name and both types`() async throws {
        try await TestDatabase.connect { db in
            let query = Query("SELECT 1 AS n, 'x'::text AS label").named("labels")
            let error = await postgresError { try await db.rows(query, as: (Int, UUID).self) }
            #expect(error?.code == .decoding)
            #expect(error?.column == "label")
            #expect(error?.statementName == "labels")
            #expect(error?.message == "column \"label\" (2): UUID reads uuid, not text")
            let after = try await db.one("SELECT 1", as: Int.self)
            #expect(after == 1)
        }
    }

    @Test(
        arguments: [
            "SELECT 1::int8", "SELECT 1.5", "SELECT true", "SELECT '{1}'::int4[]", "SELECT now()", "SELECT 'a'::bytea",
        ] as [Query])
    func `no type is taken for another of the same size`(query: Query) async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError { try await db.one(query, as: Float.self) }
            #expect(error?.code == .decoding)
            let narrow = await postgresError { try await db.one(query, as: Int16.self) }
            #expect(narrow?.code == .decoding)
            let uuid = await postgresError { try await db.one(query, as: [UUID].self) }
            #expect(uuid?.code == .decoding)
        }
    }

    @Test func `enumerations and composites are named by their OID and read through a cast`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TYPE mood AS ENUM ('calm', 'keen')")
            let error = await postgresError { try await db.one("SELECT 'calm'::mood AS m", as: String.self) }
            #expect(error?.message.contains("the type with OID") == true)
            let text = try await db.one("SELECT \("keen")::text::mood::text", as: String.self)
            #expect(text == "keen")
        }
    }

    @Test func `NULL is refused where no optional reads it`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError { try await db.one("SELECT 1, NULL::int AS gap", as: (Int, Int).self) }
            #expect(error?.code == .decoding)
            #expect(error?.column == "gap")
            let row = try await db.one("SELECT 1, NULL::int, 'a', NULL", as: (Int?, Int?, String?, String?).self)
            #expect(row == (1, nil, "a", nil))
            let element = await postgresError { try await db.one("SELECT '{1,NULL}'::int[] AS a", as: [Int].self) }
            #expect(element?.column == "a")
        }
    }

    @Test func `too few and too many columns are refused`() async throws {
        try await TestDatabase.connect { db in
            for sql: Query in ["SELECT 1", "SELECT 1, 2, 3", "SELECT"] {
                let error = await postgresError { try await db.rows(sql, as: (Int, Int).self) }
                #expect(error?.code == .decoding)
            }
        }
    }

    @Test func `types are checked even when there is no row`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError { try await db.rows("SELECT 1 WHERE false", as: UUID.self) }
            #expect(error?.code == .decoding)
        }
    }

    @Test func `arrays of several dimensions are refused`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError { try await db.one("SELECT '{{1,2},{3,4}}'::int[]", as: [Int].self) }
            #expect(error?.message.contains("2 dimensions") == true)
            let empty = try await db.one("SELECT '{}'::int[]", as: [Int].self)
            #expect(empty.isEmpty)
        }
    }

    @Test func `a wrong parameter type is an error, not a guess`() async throws {
        try await TestDatabase.connect { db in
            let error = await postgresError { try await db.one("SELECT 1 + \("abcd")", as: Int.self) }
            #expect(error?.code == .server)
            #expect(error?.sqlState?.class == "42")
        }
    }
}
