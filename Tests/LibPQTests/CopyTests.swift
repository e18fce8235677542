import FoundationEssentials
import LibPQ
import Testing

@Suite(.database)
struct CopyTests {
    struct Refusal: Error {}

    @Test func `text goes in and comes out as it was`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE c (n int, t text)")
            let count = try await db.copyIn("COPY c FROM STDIN (FORMAT csv)") { copy in
                for n in 0..<50_000 { try await copy.write("\(n),\"text \(n)\"\n") }
            }
            #expect(count == 50_000)
            var lines = 0
            var first = ""
            try await db.copyOut("COPY (SELECT * FROM c ORDER BY n) TO STDOUT (FORMAT csv)") { copy in
                while let line = try await copy.next() {
                    if lines == 0 { first = String(decoding: line, as: UTF8.self) }
                    lines += 1
                }
            }
            #expect(lines == 50_000)
            #expect(first == "0,text 0\n")
        }
    }

    @Test func `chunks of a sequence are taken as they come`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE s (n int)")
            let (chunks, sink) = AsyncStream.makeStream(of: [UInt8].self)
            for n in 0..<100 { sink.yield(Array("\(n)\n".utf8)) }
            sink.finish()
            let count = try await db.copyIn("COPY s FROM STDIN", from: chunks)
            #expect(count == 100)
        }
    }

    @Test func `rows go in and come out in binary form`() async throws {
        typealias Columns = (Int32, String?, Numeric, [UInt8], UUID, [Int]?)
        try await TestDatabase.connect { db in
            try await db.executeScript(
                "CREATE TABLE \"odd name\" (n int, t text, v numeric, b bytea, u uuid, a int8[])")
            let id = UUID()
            let columns = ["n", "t", "v", "b", "u", "a"]
            let count = try await db.copyIn(table: "odd name", columns: columns, as: Columns.self) { rows in
                for n in 0..<10_000 {
                    let text = n % 3 == 0 ? nil : "text \(n)"
                    let numeric = Numeric(n)
                    try await rows.write(Int32(n), text, numeric, [UInt8(n % 256)], id, n % 2 == 0 ? [n, 1] : nil)
                }
            }
            #expect(count == 10_000)
            var next = 0
            try await db.copyOut("SELECT * FROM \"odd name\" ORDER BY n", as: Columns.self) { rows in
                while let row = try await rows.next() {
                    #expect(row.0 == Int32(next))
                    #expect(row.1 == (next % 3 == 0 ? nil : "text \(next)"))
                    #expect(row.2 == Numeric(next))
                    #expect(row.3 == [UInt8(next % 256)])
                    #expect(row.4 == id)
                    #expect(row.5 == (next % 2 == 0 ? [next, 1] : nil))
                    next += 1
                }
            }
            #expect(next == 10_000)
            var empty = 0
            try await db.copyOut("SELECT 1 WHERE false", as: Int.self) { rows in
                while try await rows.next() != nil { empty += 1 }
            }
            #expect(empty == 0)
        }
    }

    @Test func `a value of another type than its column is refused before anything is sent`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE narrow (n int, t text)")
            let error = await postgresError {
                try await db.copyIn(table: "narrow", columns: ["t", "n"], as: (String, Int).self) { _ in }
            }
            #expect(error?.code == .encoding)
            #expect(error?.column == "n")
            #expect(error?.message == "column \"n\" (2) is int4; Int writes int8")
            let out = await postgresError {
                try await db.copyOut("SELECT n FROM narrow", as: String.self) { _ in }
            }
            #expect(out?.code == .decoding)
        }
    }

    @Test func `nothing is kept when the writer throws`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE half (n int)")
            do {
                try await db.copyIn("COPY half FROM STDIN") { copy in
                    for n in 0..<100_000 { try await copy.write("\(n)\n") }
                    throw Refusal()
                }
                Issue.record("nothing was thrown")
            } catch is Refusal {}
            let count = try await db.one("SELECT count(*) FROM half", as: Int.self)
            #expect(count == 0)
        }
    }

    @Test func `malformed and refused data are told and leave the connection usable`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE picky (n int PRIMARY KEY)")
            let malformed = await postgresError {
                try await db.copyIn("COPY picky FROM STDIN") { copy in
                    try await copy.write("x\n")
                    for n in 0..<200_000 { try await copy.write("\(n)\n") }
                }
            }
            #expect(malformed?.sqlState == .invalidTextRepresentation)
            let twice = await postgresError {
                try await db.copyIn("COPY picky FROM STDIN") { try await $0.write("1\n1\n") }
            }
            #expect(twice?.sqlState == .uniqueViolation)
            let missing = await postgresError { try await db.copyIn("COPY nowhere FROM STDIN") { _ in } }
            #expect(missing?.sqlState == .undefinedTable)
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `a statement that is no COPY of the direction is refused`() async throws {
        try await TestDatabase.connect { db in
            try await db.executeScript("CREATE TABLE d (n int)")
            for sql in ["SELECT 1", "COPY d TO STDOUT", "CREATE TABLE e ()", ""] {
                let error = await postgresError { try await db.copyIn(sql) { _ in } }
                #expect(error?.code == .protocolViolation)
            }
            for sql in ["SELECT 1", "COPY d FROM STDIN"] {
                let error = await postgresError { try await db.copyOut(sql) { _ in } }
                #expect(error != nil)
            }
            let one = try await db.one("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }

    @Test func `a reader that leaves early leaves a usable connection`() async throws {
        try await TestDatabase.connect { db in
            for rows in [2, 50_000_000] {
                let first = try await db.copyOut("COPY (SELECT generate_series(1, \(rows))) TO STDOUT") { copy in
                    try await copy.next()
                }
                #expect(first == Array("1\n".utf8))
                let one = try await db.one("SELECT 1", as: Int.self)
                #expect(one == 1)
            }
        }
    }
}
