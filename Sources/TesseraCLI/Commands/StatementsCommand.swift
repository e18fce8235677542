import ArgumentParser

/// `tessera statements`.
struct StatementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statements", abstract: "Move statements between stores, with who vouched for them and when.",
        subcommands: [StatementsExportCommand.self, StatementsImportCommand.self])
}
