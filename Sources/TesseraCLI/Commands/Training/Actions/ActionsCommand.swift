import ArgumentParser

/// `tessera actions`.
struct ActionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions", abstract: "What is done about the findings of evaluations, and how far it is.",
        subcommands: [ActionsListCommand.self])
}
