public import LibPQ
import Schema

/// Brings a database's schema up to date.
///
/// ```swift
/// let migrator = Migrator(configuration, version: "0.1.0")
/// let result = try await migrator.migrate()
/// print("\(result.applied.count) migrations in \(result.duration)")
/// ```
///
/// Any number of nodes may migrate at once: one does, the others wait and find nothing left to do. Each migration is a
/// transaction of its own; all changed functions, views and seeds are one. The first migration runs as the connecting
/// role, which must be able to create roles; what follows runs as the owner of schema `ops`, `tessera_owner`.
public struct Migrator: Sendable {
    let configuration: ConnectionConfiguration
    let files: MigrationFiles
    let allowNewerSchema: Bool
    let record: MigrationRecord

    /// Names the lock that nodes take turns by: "tessera" in ASCII.
    private static let lockKey: Int64 = 0x74_65_73_73_65_72_61

    /// Prepares to migrate the database that a connection string names.
    ///
    /// - Parameters:
    ///   - configuration: The database, with a role that may migrate.
    ///   - files: The files that make the schema.
    ///   - version: This program's version, noted with what it applies.
    ///   - allowNewerSchema: Whether to leave a database alone, instead of refusing it, that newer software migrated.
    public init(
        _ configuration: ConnectionConfiguration,
        files: MigrationFiles = .embedded,
        version: String,
        allowNewerSchema: Bool = false
    ) {
        var configuration = configuration
        configuration.applicationName = "tessera migrate"
        // A migration takes the time it needs, and its notices are of no interest.
        let session = ["statement_timeout": "0", "lock_timeout": "0", "client_min_messages": "warning"]
        configuration.runtimeParameters.merge(session) { $1 }
        self.configuration = configuration
        self.files = files
        self.allowNewerSchema = allowNewerSchema
        record = MigrationRecord(version: version)
    }

    /// Finds out what ``migrate()`` would do, and changes nothing.
    public func plan() async throws -> MigrationPlan {
        try await Connection.withConnection(to: configuration) { db in
            try await db.withTransaction(readOnly: true) { db in
                try await compare(db, standing: record.standing(db))
            }
        }
    }

    /// Does what is left to do; throws ``MigrationError`` with everything before the failure kept.
    public func migrate() async throws -> MigrationResult {
        let start = ContinuousClock.now
        let plan = try await Connection.withConnection(to: configuration) { db in
            // Held by the session: it ends with the connection, however that ends.
            try await db.execute("SELECT pg_advisory_lock(\(Self.lockKey))")
            let standing = try await record.standing(db)
            let plan = try await compare(db, standing: standing)
            try await apply(plan, to: db, standing: standing)
            return plan
        }
        return MigrationResult(
            applied: plan.pendingMigrations,
            reapplied: plan.pendingObjects,
            duration: start.duration(to: .now)
        )
    }

    /// Whether all that this program needs was applied to the database; asked by a node that wants to serve.
    ///
    /// Reads the migrator's tables, which `tessera_service` may. A function or view of another version doesn't count
    /// against the database, for nodes of two versions serve side by side during an upgrade.
    public func isUpToDate(_ db: borrowing Connection) async throws -> Bool {
        guard try await record.standing(db).hasTables else { return false }
        let applied = try await record.applied(db)
        let objects = files.functions + files.views + files.seeds
        return files.migrations.allSatisfy { applied.migrations[$0.name] == Checksum(of: $0.text).hexadecimal }
            && objects.allSatisfy { applied.objects[$0.name] != nil }
    }

    /// Compares the database with the files, having become the role that migrates.
    private func compare(
        _ db: borrowing Connection,
        standing: MigrationRecord.Standing
    ) async throws -> MigrationPlan {
        guard let owner = standing.migratedOwner else {
            guard standing.mayCreateRoles else {
                throw MigrationError.mayNotCreateRoles(standing.role, database: standing.database)
            }
            return try MigrationPlan(files: files, applied: AppliedSchema(), allowNewerSchema: allowNewerSchema)
        }
        guard standing.mayActAsOwner else { throw MigrationError.mayNotActAs(owner, role: standing.role) }
        try await db.executeScript("SET ROLE \(owner)")
        let applied = try await record.applied(db)
        return try MigrationPlan(files: files, applied: applied, allowNewerSchema: allowNewerSchema)
    }

    private func apply(
        _ plan: MigrationPlan,
        to db: borrowing Connection,
        standing: MigrationRecord.Standing
    ) async throws {
        let run = MigrationRun(record: record, allViews: files.views)
        for (index, file) in plan.migrations.enumerated() {
            let isFirstOfAll = index == 0 && !standing.hasTables
            if isFirstOfAll {
                try await run.apply(firstMigration: file, to: db)
            } else {
                try await run.apply(migration: file, to: db)
            }
        }
        if !(plan.functions + plan.views + plan.seeds).isEmpty {
            try await run.applyObjects(of: plan, to: db)
        }
    }
}
