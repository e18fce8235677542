import Schema

/// What is to be done to a database to bring it up to date.
public struct MigrationPlan: Sendable {
    let migrations: [SchemaFile]
    let functions: [SchemaFile]
    let views: [SchemaFile]
    let seeds: [SchemaFile]

    /// Compares the files with what was applied.
    ///
    /// Throws ``MigrationError/Code/changedMigration`` when an applied migration has another text now, and
    /// ``MigrationError/Code/newerSchema`` when a migration was applied that isn't among the files, unless a newer
    /// schema is allowed: then there is nothing to do, for the newer software looks after its schema.
    init(files: MigrationFiles, applied: AppliedSchema, allowNewerSchema: Bool) throws(MigrationError) {
        let known = Set(files.migrations.map(\.name))
        let unknown = applied.migrations.keys.filter { !known.contains($0) }.sorted()
        guard unknown.isEmpty || allowNewerSchema else { throw .newerSchema(unknown) }
        for file in files.migrations {
            let checksum = Checksum(of: file.text).hexadecimal
            if let old = applied.migrations[file.name], old != checksum {
                throw .changedMigration(file.name, applied: old, present: checksum)
            }
        }
        guard unknown.isEmpty else {
            (migrations, functions, views, seeds) = ([], [], [], [])
            return
        }
        migrations = files.migrations.filter { applied.migrations[$0.name] == nil }
        functions = files.functions.filter { !applied.isCurrent($0) }
        seeds = files.seeds.filter { !applied.isCurrent($0) }
        // A view stands on tables that a migration may have changed.
        views = migrations.isEmpty ? files.views.filter { !applied.isCurrent($0) } : files.views
    }

    /// The paths of migrations that were never applied, in the order in which they will be.
    public var pendingMigrations: [String] {
        migrations.map(\.name)
    }

    /// The paths of functions, views and seeds that will be applied again, in that order.
    public var pendingObjects: [String] {
        (functions + views + seeds).map(\.name)
    }

    /// Whether there is nothing to do.
    public var isEmpty: Bool {
        pendingMigrations.isEmpty && pendingObjects.isEmpty
    }
}
