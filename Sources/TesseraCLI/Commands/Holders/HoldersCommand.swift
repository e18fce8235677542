import ArgumentParser

/// `tessera holders`.
struct HoldersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holders", abstract: "The people whom credentials are about.",
        subcommands: [HoldersForgetCommand.self])
}
