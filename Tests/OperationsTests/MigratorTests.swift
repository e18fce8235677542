import LibPQ
import Operations
import Schema
import Testing

@Suite("The migrator")
struct MigratorTests {
    private static let first = SchemaFile(
        name: "migrations/0001_shop.sql",
        text: """
            CREATE SCHEMA shop;
            CREATE TABLE shop.item (item_key bigint PRIMARY KEY, name text NOT NULL);
            """
    )
    private static let second = SchemaFile(
        name: "migrations/0002_price.sql",
        text: "ALTER TABLE shop.item ADD COLUMN price numeric NOT NULL DEFAULT 1;"
    )
    private static let function = SchemaFile(
        name: "functions/twice.sql",
        text: """
            CREATE OR REPLACE FUNCTION shop.twice(n numeric) RETURNS numeric LANGUAGE sql IMMUTABLE RETURN 2 * n;
            """
    )
    private static let view = SchemaFile(
        name: "views/shop/items.sql",
        text: "CREATE OR REPLACE VIEW shop.items AS SELECT name, shop.twice(1.5) AS double FROM shop.item;"
    )
    private static let dependentView = SchemaFile(
        name: "views/shop/names.sql",
        text: "CREATE OR REPLACE VIEW shop.names AS SELECT name FROM shop.items;"
    )
    private static let seed = SchemaFile(
        name: "seed/items.sql",
        text: "INSERT INTO shop.item VALUES (1, 'lamp') ON CONFLICT DO NOTHING;"
    )
    private static let all = MigrationFiles(
        migrations: [first], functions: [function], views: [view, dependentView], seeds: [seed])

    private func migrator(_ database: TestDatabase, _ files: MigrationFiles = all) -> Migrator {
        Migrator(database.configuration, files: files, version: "1.0")
    }

    @Test("an empty database gets everything, in order, and a second run finds nothing to do")
    func freshAndTwice() async throws {
        try await TestDatabase.with { database async throws in
            let result = try await migrator(database).migrate()
            #expect(result.applied == ["migrations/0001_shop.sql"])
            #expect(
                result.reapplied
                    == ["functions/twice.sql", "views/shop/items.sql", "views/shop/names.sql", "seed/items.sql"])
            #expect(try await database.texts("SELECT name || double FROM shop.items") == ["lamp3.0"])
            let noted: Query = "SELECT path || length(checksum) || tessera_version FROM ops.migration"
            #expect(try await database.texts(noted) == ["migrations/0001_shop.sql641.0"])

            let again = try await migrator(database).migrate()
            #expect(again.applied.isEmpty)
            #expect(again.reapplied.isEmpty)
        }
    }

    @Test("four nodes at once: one migrates, the others find nothing to do")
    func concurrently() async throws {
        try await TestDatabase.with { database async throws in
            var slow = Self.all
            slow.migrations.append(SchemaFile(name: "migrations/0002_slow.sql", text: "SELECT pg_sleep(0.3);"))
            let migrator = migrator(database, slow)
            let results = try await withThrowingTaskGroup(of: MigrationResult.self) { group in
                for _ in 0..<4 { group.addTask { try await migrator.migrate() } }
                var results: [MigrationResult] = []
                for try await result in group { results.append(result) }
                return results
            }
            #expect(results.map(\.applied.count).sorted() == [0, 0, 0, 2])
            #expect(results.map(\.reapplied.count).sorted() == [0, 0, 0, 4])
        }
    }

    @Test("an applied migration whose text changed is refused with its name and both checksums")
    func changedMigration() async throws {
        try await TestDatabase.with { database async throws in
            _ = try await migrator(database).migrate()
            var changed = Self.all
            changed.migrations = [SchemaFile(name: Self.first.name, text: Self.first.text + " ")]
            let migrator = migrator(database, changed)

            let error = await #expect(throws: MigrationError.self) { try await migrator.migrate() }
            #expect(error?.code == .changedMigration)
            let applied = try await database.texts("SELECT checksum FROM ops.migration")
            #expect(error?.description.contains(Self.first.name) == true)
            #expect(error?.description.contains(try #require(applied.first)) == true)
            #expect(error?.description.split { !$0.isHexDigit }.filter { $0.count == 64 }.count == 2)
            await #expect(throws: MigrationError.self) { try await migrator.plan() }
        }
    }

    @Test("a dry run tells what would be done and does nothing")
    func dryRun() async throws {
        try await TestDatabase.with { database async throws in
            let migrator = migrator(database)
            let plan = try await migrator.plan()
            #expect(plan.pendingMigrations == ["migrations/0001_shop.sql"])
            #expect(plan.pendingObjects.count == 4)
            #expect(try await database.texts("SELECT nspname FROM pg_namespace WHERE nspname = 'ops'").isEmpty)

            _ = try await migrator.migrate()
            #expect(try await migrator.plan().isEmpty)
        }
    }

    @Test("a migration that fails leaves nothing of itself, keeps those before, and names file, line and reason")
    func failingMigration() async throws {
        try await TestDatabase.with { database async throws in
            var files = Self.all
            let wrong = "CREATE TABLE shop.half (a int);\n\nSELECT nothing FROM nowhere;"
            files.migrations.append(SchemaFile(name: "migrations/0002_wrong.sql", text: wrong))
            let migrator = migrator(database, files)

            let error = await #expect(throws: MigrationError.self) { try await migrator.migrate() }
            #expect(error?.code == .failedFile)
            #expect(
                error?.description
                    == "migrations/0002_wrong.sql:3: relation \"nowhere\" does not exist (SQLSTATE 42P01)")
            #expect(try await database.texts("SELECT path FROM ops.migration") == ["migrations/0001_shop.sql"])
            #expect(try await database.texts("SELECT path FROM ops.schema_object").isEmpty)
            #expect(try await database.texts("SELECT relname::text FROM pg_class WHERE relname = 'half'").isEmpty)

            files.migrations[1] = Self.second
            #expect(try await self.migrator(database, files).migrate().applied == ["migrations/0002_price.sql"])
        }
    }

    @Test("a migration that ends its own transaction is refused")
    func endedTransaction() async throws {
        try await TestDatabase.with { database async throws in
            let files = MigrationFiles(migrations: [SchemaFile(name: "migrations/0001.sql", text: "COMMIT;")])
            let migrator = migrator(database, files)
            let error = await #expect(throws: MigrationError.self) { try await migrator.migrate() }
            #expect(error?.code == .endedTransaction)
        }
    }

    @Test("a view or function whose text changed is applied again, and nothing else")
    func changedObject() async throws {
        try await TestDatabase.with { database async throws in
            _ = try await migrator(database).migrate()
            var files = Self.all
            files.functions = [SchemaFile(name: Self.function.name, text: Self.function.text + "-- a remark")]
            #expect(try await migrator(database, files).migrate().reapplied == ["functions/twice.sql"])
            files.views[0] = SchemaFile(
                name: Self.view.name,
                text: "CREATE OR REPLACE VIEW shop.items AS SELECT upper(name) AS name, 2.0 AS double FROM shop.item;"
            )
            #expect(try await migrator(database, files).migrate().reapplied == ["views/shop/items.sql"])
            #expect(try await database.texts("SELECT name FROM shop.names") == ["LAMP"])
        }
    }

    @Test("a view that lost a column is made anew, with the views that stand on it")
    func changedColumns() async throws {
        try await TestDatabase.with { database async throws in
            _ = try await migrator(database).migrate()
            var files = Self.all
            files.views[0] = SchemaFile(
                name: Self.view.name,
                text: "CREATE OR REPLACE VIEW shop.items AS SELECT name FROM shop.item;"
            )
            let result = try await migrator(database, files).migrate()
            #expect(result.reapplied == ["views/shop/items.sql"])
            #expect(try await database.texts("SELECT name FROM shop.names") == ["lamp"])
            #expect(try await migrator(database, files).plan().isEmpty)
        }
    }

    @Test("a view of somebody else that stands on ours is not dropped: the migration fails and names it")
    func foreignDependent() async throws {
        try await TestDatabase.with { database async throws in
            _ = try await migrator(database).migrate()
            try await database.run("CREATE VIEW public.mine AS SELECT double FROM shop.items")
            var files = Self.all
            files.views[0] = SchemaFile(
                name: Self.view.name,
                text: "CREATE OR REPLACE VIEW shop.items AS SELECT name FROM shop.item;"
            )
            files.seeds = [SchemaFile(name: Self.seed.name, text: "INSERT INTO shop.item VALUES (2, 'desk');")]
            let migrator = migrator(database, files)
            let error = await #expect(throws: MigrationError.self) { try await migrator.migrate() }
            #expect(error?.description.contains("view mine depends on view shop.items") == true)
            #expect(try await database.texts("SELECT name FROM shop.items") == ["lamp"])
            #expect(try await migrator.plan().pendingObjects == ["views/shop/items.sql", "seed/items.sql"])
        }
    }

    @Test("views are made anew after a migration, which may have dropped them")
    func viewsAfterMigration() async throws {
        try await TestDatabase.with { database async throws in
            _ = try await migrator(database).migrate()
            var files = Self.all
            let text = "DROP VIEW shop.names, shop.items; ALTER TABLE shop.item ALTER COLUMN name TYPE varchar(20);"
            files.migrations.append(SchemaFile(name: "migrations/0002_short.sql", text: text))
            let result = try await migrator(database, files).migrate()
            #expect(result.reapplied == ["views/shop/items.sql", "views/shop/names.sql"])
            #expect(try await database.texts("SELECT name::text FROM shop.names") == ["lamp"])
        }
    }

    @Test("a database that newer software migrated is refused, or left alone where that is allowed")
    func newerSchema() async throws {
        try await TestDatabase.with { database async throws in
            var newer = Self.all
            newer.migrations.append(Self.second)
            newer.views[0] = SchemaFile(name: Self.view.name, text: Self.view.text + "-- newer")
            _ = try await migrator(database, newer).migrate()

            let old = migrator(database)
            let error = await #expect(throws: MigrationError.self) { try await old.migrate() }
            #expect(error?.code == .newerSchema)
            #expect(error?.description.contains("migrations/0002_price.sql") == true)

            let lenient = Migrator(database.configuration, files: Self.all, version: "1.0", allowNewerSchema: true)
            let result = try await lenient.migrate()
            #expect(result.applied.isEmpty && result.reapplied.isEmpty)
        }
    }

    @Test("a node knows whether the database is up to date for it")
    func upToDate() async throws {
        try await TestDatabase.with { database async throws in
            let migrator = migrator(database)
            var newer = Self.all
            newer.migrations.append(Self.second)
            let next = self.migrator(database, newer)
            try await Connection.withConnection(to: database.configuration) { db in
                #expect(try await migrator.isUpToDate(db) == false)
                _ = try await migrator.migrate()
                #expect(try await migrator.isUpToDate(db))
                #expect(try await next.isUpToDate(db) == false)
                _ = try await next.migrate()
                #expect(try await next.isUpToDate(db))
                #expect(try await migrator.isUpToDate(db))
            }
        }
    }
}
