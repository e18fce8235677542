internal import LibPQ
internal import Operations
internal import Schema

/// The migrated database that every suite's database is copied from.
///
/// It is named after the text of all migrations, so it is made once and serves until one of them changes. Processes
/// that start at once take turns; a template that is finished is marked as one, so that a crash leaves no half-made one
/// in use.
enum TemplateDatabase {
    static let name = "tessera_template_" + fingerprint

    private static let made = Task { try await make() }

    /// Returns once the template is there.
    static func prepare() async throws {
        try await made.value
    }

    private static func make() async throws {
        let server = try TestServer.administrator
        try await Connection.withConnection(to: server) { db in
            // The session's end gives the lock back, however that comes.
            try await db.execute("SELECT pg_advisory_lock(hashtext(\(name)))")
            let isFinished = try await db.first(
                "SELECT datistemplate FROM pg_database WHERE datname = \(name)", as: Bool.self)
            guard isFinished != true else { return }
            if isFinished == nil { try await db.executeScript("CREATE DATABASE \(name)") }
            _ = try await Migrator(server.database(name), version: "test").migrate()
            try await db.executeScript("ALTER DATABASE \(name) IS_TEMPLATE true")
        }
    }

    /// FNV-1a of every file of the schema.
    private static var fingerprint: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let files = SchemaFiles.migrations + SchemaFiles.functions + SchemaFiles.views + SchemaFiles.seeds
        for byte in files.lazy.flatMap({ Array($0.name.utf8) + Array($0.text.utf8) }) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }
}
