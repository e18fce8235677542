import ArgumentParser

/// `tessera credentials`.
struct CredentialsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credentials", abstract: "Issued credentials.",
        subcommands: [
            CredentialsVerifyCommand.self, CredentialsRevokeCommand.self, CredentialsResignCommand.self,
            CredentialsClaimLinkCommand.self, CredentialsClaimLinksCommand.self,
            CredentialsRevokeClaimLinkCommand.self,
        ])
}
