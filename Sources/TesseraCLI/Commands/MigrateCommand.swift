import ArgumentParser
import JSON
import Logging
import Operations
import Web

/// `tessera migrate`.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database up to date; safe to run twice, and from several nodes at once.")

    @Flag(help: "Say what would be done, and change nothing.")
    var dryRun = false

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.settings()
        let logger = CommandOutput.logger(settings)
        try await DatabaseAccess.withDatabase(settings, logger: logger) { database in
            let migrator = Migrator(database.administrator, version: Tessera.version)
            if dryRun {
                let plan = try await migrator.plan()
                report(migrations: plan.pendingMigrations, objects: plan.pendingObjects, verb: "would be applied")
            } else {
                let result = try await migrator.migrate()
                report(migrations: result.applied, objects: result.reapplied, verb: "applied")
            }
        }
    }

    private func report(migrations: [String], objects: [String], verb: String) {
        if json {
            CommandOutput.json { writer in
                writer.member("dryRun", boolean: dryRun)
                writer.member("migrations", array: { writer in for name in migrations { writer.string(name) } })
                writer.member("objects", array: { writer in for name in objects { writer.string(name) } })
            }
        } else if migrations.isEmpty && objects.isEmpty {
            print("The database is up to date.")
        } else {
            for name in migrations + objects { print("\(name) \(verb)") }
        }
    }
}
