import ArgumentParser
import Frameworks
import LibPQ

/// `tessera framework`.
struct FrameworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "framework",
        abstract: "Competence frameworks: in and out as CASE, spreadsheets and linked data, and their versions.",
        subcommands: [
            FrameworkListCommand.self, FrameworkExportCommand.self, FrameworkImportCommand.self,
            FrameworkTemplateCommand.self, FrameworkDeriveCommand.self, FrameworkDiffCommand.self,
            FrameworkAdoptCommand.self, FrameworkDeprecateCommand.self,
        ])

    /// Lends the frameworks to a command, and tells of a refusal as people read it.
    static func with<Result: Sendable>(
        _ options: FrameworkOptions, _ body: @Sendable (FrameworkExchange) async throws -> Result
    ) async throws -> Result {
        let settings = try options.settings.settings(flags: ["base_url": options.baseURL])
        do {
            return try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
                try await DatabaseAccess.withPool(database.service) { pool in
                    try await body(FrameworkExchange(pool: pool, baseURL: settings.publicURL))
                }
            }
        } catch let refusal as FrameworkRefusal {
            CommandOutput.message([refusal.message, refusal.hint].compactMap(\.self).joined(separator: "\n"))
            throw ExitCode(1)
        }
    }

    /// Ends a command that is about a version which is not there.
    static func missing(_ version: FrameworkVersionArguments) -> any Error {
        CommandOutput.message("There is no framework \(version.code) version \(version.version).")
        return ExitCode(1)
    }
}

/// The options of commands about frameworks.
struct FrameworkOptions: ParsableArguments {
    @Option(help: "Where this installation is; addresses of its own objects begin with it. [TESSERA_BASE_URL]")
    var baseURL: String?

    @OptionGroup var settings: SettingsOptions
}

/// The version of a framework that a command is about.
struct FrameworkVersionArguments: ParsableArguments {
    @Argument(help: "The framework's short name, such as IUS.")
    var code: String

    @Argument(help: "Its version, such as 0.1.")
    var version: String
}
