import LibPQ
import TestSupport
import Testing

@Suite("the evaluation views", .migratedDatabaseForEachTest)
struct ViewTests {
    let database: MigratedDatabase

    init() async throws {
        database = try MigratedDatabase.current
    }

    /// The views that have an expected result.
    private static func views() -> [String] {
        ((try? SQLFolder.names(endingIn: ".expected.csv")) ?? []).filter { !$0.contains(".") }
    }

    @Test("a view gives each evaluator exactly what is expected", arguments: views())
    func expected(view: String) async throws {
        try await database.run("fixture.sql")
        try await database.run("\(view).seed.sql")
        try await database.refreshViews()
        let names = try SQLFolder.names(endingIn: ".expected.csv").filter { $0 == view || $0.hasPrefix(view + ".") }
        #expect(names.count >= 4, "everybody, two partners, nobody")
        for name in names {
            let who = name == view ? "all" : String(name.dropFirst(view.count + 1))
            let expected = try SQLFolder.text("\(name).expected.csv")
            let heading = expected.prefix { $0 != "\n" }
            let actual = try await database.csv(of: view, columns: heading, as: "tessera_test_\(who)")
            #expect(Array(actual.utf8) == Array(expected.utf8), "\(name): \(Self.difference(expected, actual))")
        }
    }

    /// The first line that differs.
    private static func difference(_ expected: String, _ actual: String) -> String {
        let (left, right) = (expected.split(separator: "\n"), actual.split(separator: "\n"))
        let line = (0..<max(left.count, right.count)).first { left.dropFirst($0).first != right.dropFirst($0).first }
        guard let line else { return "ends of lines" }
        return """
            line \(line + 1)
            expected \(left.dropFirst(line).first ?? "nothing")
            but got  \(right.dropFirst(line).first ?? "nothing")
            """
    }

    @Test("every view has an expected result, with all its columns but the moment of reading")
    func complete() async throws {
        let columns = try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT c.relname::text, string_agg(a.attname, ',' ORDER BY a.attnum)
                FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relnamespace = 'evaluation'::regnamespace AND c.relkind IN ('v', 'm') AND a.attname <> 'as_of'
                GROUP BY c.relname ORDER BY c.relname
                """, as: (String, String).self)
        }
        #expect(columns.map(\.0) == Self.views())
        for (view, names) in columns {
            #expect(try SQLFolder.text("\(view).expected.csv").prefix { $0 != "\n" } == names)
        }
    }

    /// The checks that hold in any copy of the database.
    private static func checks() -> [String] {
        ((try? SQLFolder.names(endingIn: ".check.sql")) ?? []).filter { $0 != "rights" }
    }

    @Test("what the checks in SQL say holds", arguments: checks())
    func check(name: String) async throws {
        try await database.check(name)
    }
}

@Suite("the rights of evaluators", .selfMigratedDatabase)
struct RightsTests {
    @Test("evaluators may read the views, and do nothing else")
    func rights() async throws {
        try await MigratedDatabase.current.check("rights")
    }
}

extension MigratedDatabase {
    /// Runs a check after the fixture; it raises an error if something does not hold, and changes nothing.
    fileprivate func check(_ name: String) async throws {
        try await run("fixture.sql")
        try await refreshViews()
        let check = try SQLFolder.text("\(name).check.sql")
        struct Done: Error {}
        await #expect(throws: Done.self) {
            try await administrator.withTransaction { db in
                try await db.executeScript(check)
                throw Done()
            }
        }
    }
}
