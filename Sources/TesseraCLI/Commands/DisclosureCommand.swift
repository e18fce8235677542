import ArgumentParser
import Evaluation
import JSON
import Operations

/// `tessera disclosure`.
struct DisclosureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disclosure",
        abstract: "Show from how many people on numbers about them are shown, or set it.",
        discussion: """
            Internal is what a partner's own evaluators see in schema evaluation, publication what everybody sees in \
            schema published. Internal is at least 3, publication at least internal. What is published already stays \
            as it was told.
            """)

    @Option(help: "The internal threshold, at first 5.")
    var `internal`: Int?

    @Option(help: "The publication threshold, at first 10.")
    var publication: Int?

    @Flag(help: "Print the thresholds as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        for (name, value) in [("--internal", `internal`), ("--publication", publication)] {
            guard let value else { continue }
            guard (3...1000).contains(value) else { throw ValidationError("\(name) must be from 3 to 1000.") }
        }
    }

    func run() async throws {
        let settings = try options.settings()
        let (`internal`, publication) = (`internal`, publication)
        let thresholds = try await DatabaseAccess.withDatabase(
            settings, logger: CommandOutput.logger(settings)
        ) { database in
            try await DatabaseAccess.withPool(database.administrator) { pool in
                if `internal` != nil || publication != nil {
                    try await DisclosureThresholds.set(
                        internal: `internal`, publication: publication, by: CommandOutput.operatorName, pool)
                }
                return try await DisclosureThresholds.current(pool)
            }
        }
        if json {
            CommandOutput.json { writer in
                writer.member("internal", number: Int(thresholds.internal))
                writer.member("publication", number: Int(thresholds.publication))
            }
        } else {
            print("internal\t\(thresholds.internal)\npublication\t\(thresholds.publication)")
        }
    }
}
