public import LibPQ
internal import Operations
internal import Schema

/// A migrated database of one suite or test, with pools for those who use it.
public struct MigratedDatabase: Sendable {
    /// Its name.
    public let name: String
    /// A superuser's connection to it.
    public let configuration: ConnectionConfiguration
    /// Connections as the superuser, for what the tests look at and prepare.
    public let administrator: ConnectionPool
    /// Connections as `tessera_service`, for the code under test.
    public let service: ConnectionPool

    /// The database of the running suite or test, given by the trait `migratedDatabase`.
    public static var current: MigratedDatabase {
        get throws {
            guard let lent else { throw NotLent() }
            return lent
        }
    }

    @TaskLocal private static var lent: MigratedDatabase?

    struct NotLent: Error, CustomStringConvertible {
        let description = "the suite has no trait .migratedDatabase"
    }

    /// Copies of one template are made one by one, whatever asks for them.
    private static let copying = Turnstile(1)

    /// Lends one more database, for tests of what goes from one installation to another.
    public static func withAnother<Result>(
        _ body: (MigratedDatabase) async throws -> Result
    ) async throws -> Result {
        let database = try await copying.enter { try await copy() }
        let result: Result
        do {
            result = try await body(database)
        } catch {
            try await database.drop()
            throw error
        }
        try await database.drop()
        return result
    }

    /// Lends as ``current`` a database that earlier software left, brought up to date.
    ///
    /// - Parameters:
    ///   - number: The last migration of the earlier software, such as `0018`.
    ///   - fill: Puts into the database what it held then.
    public static func withOutdated(
        upTo number: String, fill: (MigratedDatabase) async throws -> Void, _ body: () async throws -> Void
    ) async throws {
        let name = randomName
        try await TestServer.run("CREATE DATABASE \(name)")
        let database = MigratedDatabase(name: name, configuration: try TestServer.administrator.database(name))
        do {
            let earlier = MigrationFiles.embedded.migrations.filter {
                $0.name.dropFirst("migrations/".count).prefix(number.count) <= number
            }
            _ = try await Migrator(
                database.configuration, files: MigrationFiles(migrations: earlier), version: "earlier"
            ).migrate()
            try await fill(database)
            _ = try await Migrator(database.configuration, version: "test").migrate()
            try await $lent.withValue(database) { try await body() }
        } catch {
            try await database.drop()
            throw error
        }
        try await database.drop()
    }

    /// Makes a database, lends it as ``current``, and drops it.
    ///
    /// - Parameter migratesItself: Whether it is migrated, which takes longer, and not copied.
    static func lend(migratesItself: Bool, to body: () async throws -> Void) async throws {
        let database = try await copying.enter { try await migratesItself ? migrate() : copy() }
        do {
            try await $lent.withValue(database) { try await body() }
        } catch {
            try await database.drop()
            throw error
        }
        try await database.drop()
    }

    /// Connections as a role that needs no login.
    public func pool(as role: String, options: PoolOptions = .patient(4)) -> ConnectionPool {
        var configuration = configuration
        configuration.runtimeParameters["role"] = role
        return ConnectionPool(configuration, options: options)
    }

    /// Lends a pool of `tessera_service` of its own, as another process would have one.
    public func withServicePool<Result>(
        options: PoolOptions = .patient(4), _ body: (ConnectionPool) async throws -> Result
    ) async throws -> Result {
        let pool = pool(as: "tessera_service", options: options)
        let result: Result
        do {
            result = try await body(pool)
        } catch {
            await pool.drain()
            throw error
        }
        await pool.drain()
        return result
    }

    private init(name: String, configuration: ConnectionConfiguration) {
        self.name = name
        self.configuration = configuration
        administrator = ConnectionPool(configuration, options: .patient(4))
        var service = configuration
        service.runtimeParameters["role"] = "tessera_service"
        self.service = ConnectionPool(service, options: .patient(6))
    }

    private static var randomName: String { "tessera_test_\(UInt64.random(in: .min ... .max))" }

    private static func copy() async throws -> MigratedDatabase {
        try await TemplateDatabase.prepare()
        let name = randomName
        try await TestServer.run("CREATE DATABASE \(name) TEMPLATE \(TemplateDatabase.name)")
        let database = MigratedDatabase(name: name, configuration: try TestServer.administrator.database(name))
        try await database.copyRights()
        return database
    }

    private static func migrate() async throws -> MigratedDatabase {
        let name = randomName
        try await TestServer.run("CREATE DATABASE \(name)")
        let database = MigratedDatabase(name: name, configuration: try TestServer.administrator.database(name))
        _ = try await Migrator(database.configuration, version: "test").migrate()
        return database
    }

    private func drop() async throws {
        await service.drain()
        await administrator.drain()
        try await TestServer.run("DROP DATABASE \(name) WITH (FORCE)")
    }

    /// A copy of a database has all of it but the rights on the database itself.
    private func copyRights() async throws {
        try await administrator.withConnection { db in
            let commands = try await db.rows(
                """
                SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database())
                UNION ALL
                SELECT format(
                    'GRANT %s ON DATABASE %I TO %s', privilege_type, current_database(),
                    CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
                FROM pg_database AS template, aclexplode(coalesce(template.datacl, acldefault('d', template.datdba)))
                WHERE template.datname = \(TemplateDatabase.name)
                """, as: String.self)
            try await db.executeScript(commands.joined(separator: ";"))
        }
    }
}

extension PoolOptions {
    /// A few connections that many tests at once may wait for, longer than a slow machine takes.
    public static func patient(_ maximumConnections: Int) -> PoolOptions {
        PoolOptions(maximumConnections: maximumConnections, acquireTimeout: .seconds(60))
    }
}
