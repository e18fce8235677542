import ArgumentParser
import Evaluation

/// `tessera pilots unpublish`.
struct PilotsUnpublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unpublish",
        abstract: "Take back what is published of a pilot, for good: it is not published again.")

    @Argument(help: "The pilot's code.")
    var code: String

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.settings()
        let code = code
        try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await Publication(pool: pool).withdraw(code, by: CommandOutput.operatorName)
            }
        }
        print("\(code) is no longer published.")
    }
}
