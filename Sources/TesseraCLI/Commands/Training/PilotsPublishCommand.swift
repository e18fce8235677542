import ArgumentParser
import Evaluation
import JSON

/// `tessera pilots publish`.
struct PilotsPublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Let every evaluator read of a pilot that is closed, in schema published.",
        discussion: """
            What is told is put together now, from the publication threshold of people on, and kept: a pilot is \
            published once, because what is told twice can be subtracted. So publish it when its data are complete.
            """)

    @Argument(help: "The pilot's code.")
    var code: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.settings()
        let code = code
        let rows = try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await Publication(pool: pool).publish(code, by: CommandOutput.operatorName)
            }
        }
        if json {
            CommandOutput.json { writer in
                writer.member("pilot", string: code)
                writer.member("rows", number: Int(rows))
            }
        } else {
            print("\(code) is published: \(rows) rows.")
        }
    }
}
