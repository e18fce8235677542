import ArgumentParser

/// `tessera methodology`.
struct MethodologyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "methodology",
        abstract: "By which models, instruments, thresholds and formulas pilots are evaluated, in versions.",
        subcommands: [
            MethodologyListCommand.self, MethodologyShowCommand.self, MethodologyImportCommand.self,
            MethodologyPublishCommand.self,
        ])
}
