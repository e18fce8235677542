import ArgumentParser

/// The `tessera` command.
@main
struct Tessera: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tessera",
        abstract: "Learning records that become credentials: a PostgreSQL-backed learning record store.",
        version: Self.version,
        subcommands: [
            ServeCommand.self, MigrateCommand.self, KeysCommand.self, EvaluatorsCommand.self, EvaluationCommand.self,
            DisclosureCommand.self, StatementsCommand.self, QuarantineCommand.self, FrameworkCommand.self,
            PartnersCommand.self, CurriculaCommand.self, InstrumentsCommand.self, PilotsCommand.self,
            MethodologyCommand.self, ActionsCommand.self, ReportCommand.self, RulesCommand.self, AwardsCommand.self,
            CredentialsCommand.self, HoldersCommand.self, IssuerCommand.self, DemoCommand.self,
        ])

    /// This program's version, which the database notes with what it applies.
    static let version = "0.1.0"
}
