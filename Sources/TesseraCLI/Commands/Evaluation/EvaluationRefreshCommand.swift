import ArgumentParser
import Evaluation
import JSON

/// `tessera evaluation refresh`.
struct EvaluationRefreshCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Bring the evaluation views up to date with the statements.",
        discussion: """
            Servers do so all the time; this is for a database without one, and waits until all is done that was there \
            when it began. It may be stopped and started again at any time, and run beside servers.
            """)

    @Flag(help: "Make all anew, from every statement. Until that is done the views show a part, and no as_of.")
    var rebuild = false

    @Option(help: "How many statements a transaction takes in, from 1 to 10000.")
    var batch: Int32 = 1000

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard (1...10_000).contains(batch) else { throw ValidationError("--batch must be from 1 to 10000.") }
    }

    func run() async throws {
        let settings = try options.settings()
        let (rebuild, json, batch) = (rebuild, json, batch)
        let outcome = try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) {
            database in
            try await DatabaseAccess.withPool(database.service) { pool in
                let rollups = Rollups(pool: pool, statementsPerStep: batch)
                var statements = rebuild ? try await rollups.beginRebuild() : 0
                let through = try await rollups.catchUp { statements += $0 }
                return (statements, through)
            }
        }
        if json {
            CommandOutput.json { writer in
                writer.member("statements", number: Int(outcome.0))
                writer.member("asOf", string: outcome.1)
            }
        } else {
            print("\(outcome.0) statements are taken in; the views are complete through \(outcome.1).")
        }
    }
}
