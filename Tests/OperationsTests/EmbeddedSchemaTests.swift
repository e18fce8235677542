import LibPQ
import Operations
import Schema
import Testing

/// The migrator with the files that the binary carries.
///
/// One after the other, since they make and drop roles, which the databases of a cluster share.
@Suite("The schema of the binary", .serialized)
struct EmbeddedSchemaTests {
    @Test("the files in the binary make a database, as which the service finds it up to date")
    func wholeSchema() async throws {
        try await TestDatabase.with { database async throws in
            let migrator = Migrator(database.configuration, version: "1.0")
            let result = try await migrator.migrate()
            #expect(result.applied == SchemaFiles.migrations.map(\.name))
            #expect(try await migrator.plan().isEmpty)

            let owners: Query = """
                SELECT DISTINCT c.relowner::regrole::text FROM pg_class AS c
                WHERE c.relkind = 'r' AND c.relnamespace IN ('ops'::regnamespace, 'lrs'::regnamespace)
                """
            #expect(try await database.texts(owners) == ["tessera_owner"])
            try await Connection.withConnection(to: database.configuration) { db in
                try await db.executeScript("SET ROLE tessera_service")
                #expect(try await migrator.isUpToDate(db))
            }
        }
    }

    @Test("seeds and views may be applied again over themselves")
    func again() async throws {
        try await TestDatabase.with { database async throws in
            let migrator = Migrator(database.configuration, version: "1.0")
            _ = try await migrator.migrate()
            try await database.run("UPDATE ops.schema_object SET checksum = ''")
            let objects = SchemaFiles.functions + SchemaFiles.views + SchemaFiles.seeds
            #expect(try await migrator.migrate().reapplied == objects.map(\.name))
        }
    }

    @Test("databases of one cluster may be migrated at once, although they share their roles")
    func neighbours() async throws {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try await TestDatabase.with { database async throws in
                        try await Migrator(database.configuration, version: "1.0").migrate().applied.count
                    }
                }
            }
            for try await count in group { #expect(count == SchemaFiles.migrations.count) }
        }
    }

    @Test("a role that may not create roles is told what an administrator must run, and that is enough")
    func withoutPrivilege() async throws {
        try await TestDatabase.with { database async throws in
            let role = "migrant_\(database.name)"
            try await database.run("CREATE ROLE \(role) LOGIN")
            let migrator = Migrator(try TestDatabase.server(user: role).database(database.name), version: "1.0")
            let error = await #expect(throws: MigrationError.self) { try await migrator.migrate() }
            #expect(error?.code == .missingPrivilege)
            let advice = try #require(error).description.split(separator: "\n").filter { $0.hasSuffix(";") }
            #expect(advice.count == 2)

            try await database.run(advice.joined(separator: "\n"))
            #expect(try await migrator.migrate().applied.count == SchemaFiles.migrations.count)
            try await database.run("REASSIGN OWNED BY \(role) TO CURRENT_USER; DROP OWNED BY \(role)")
            try await database.run("DROP ROLE \(role)")
        }
    }
}
