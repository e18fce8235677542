import ArgumentParser

/// `tessera issuer`.
struct IssuerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issuer", abstract: "The issuer of credentials.", subcommands: [IssuerKeysCommand.self])
}
