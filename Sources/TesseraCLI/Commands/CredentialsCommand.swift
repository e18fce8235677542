import ArgumentParser

/// `tessera credentials`.
struct CredentialsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credentials", abstract: "Issued credentials.",
        subcommands: [
            CredentialsRevokeCommand.self, CredentialsClaimLinkCommand.self, CredentialsRevokeClaimLinkCommand.self,
        ])
}
