import ArgumentParser
import Evaluation
import Training

/// `tessera report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Evaluation reports of pilots: numbers frozen at one moment, and what authors write about them.",
        discussion: """
            A report freezes what the evaluation views tell, with a hash of it: the same moment of the data gives the \
            same report, whatever is stored later. Without a pilot it is a synthesis, of what is published and of the \
            pilots that are over.
            """,
        subcommands: [
            ReportMakeCommand.self, ReportListCommand.self, ReportShowCommand.self, ReportWriteCommand.self,
            ReportFinishCommand.self, ReportExportCommand.self,
        ])

    /// Lends the reports, as who works at the terminal may see them: all.
    static func with<Result: Sendable>(
        _ options: SettingsOptions, _ body: @escaping @Sendable (ReportStore) async throws -> Result
    ) async throws -> Result {
        let settings = try options.settings()
        return try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await body(ReportStore(CallerDatabase(pool: pool, partner: nil), rollups: Rollups(pool: pool)))
            }
        }
    }
}

/// Which reports a command is about.
struct ReportSubjectArguments: ParsableArguments {
    @Option(help: "The pilot's code; without, the synthesis is meant.")
    var pilot: String?

    var subject: ReportSubject { pilot.map(ReportSubject.pilot) ?? .synthesis }

    /// In words, for messages.
    var words: String { pilot.map { "of the pilot \($0)" } ?? "of several pilots" }
}
