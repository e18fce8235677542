import ArgumentParser

/// `tessera instruments`.
struct InstrumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instruments",
        abstract: "Tests, surveys, observations, self-assessments and follow-ups, their versions and items.",
        subcommands: [
            InstrumentsListCommand.self, InstrumentsShowCommand.self, InstrumentsDefineCommand.self,
            InstrumentsPublishCommand.self,
        ])
}
