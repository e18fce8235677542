import ArgumentParser

/// `tessera evaluation`.
struct EvaluationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluation", abstract: "What evaluators read.",
        subcommands: [EvaluationRefreshCommand.self])
}
