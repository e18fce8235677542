public import Schema

/// The files that make the schema: those in the binary, or others in tests.
public struct MigrationFiles: Sendable {
    /// Numbered steps, each applied once.
    public var migrations: [SchemaFile]
    /// Functions, re-applied when their text changed.
    public var functions: [SchemaFile]
    /// Views, re-applied when their text changed or a migration ran.
    public var views: [SchemaFile]
    /// Data that comes with the software, re-applied when its text changed.
    public var seeds: [SchemaFile]

    /// Takes files from elsewhere than the binary.
    public init(
        migrations: [SchemaFile],
        functions: [SchemaFile] = [],
        views: [SchemaFile] = [],
        seeds: [SchemaFile] = []
    ) {
        self.migrations = migrations
        self.functions = functions
        self.views = views
        self.seeds = seeds
    }

    /// The files in the binary.
    public static let embedded = MigrationFiles(
        migrations: SchemaFiles.migrations,
        functions: SchemaFiles.functions,
        views: SchemaFiles.views,
        seeds: SchemaFiles.seeds
    )
}
