import ArgumentParser
import JSON
import Operations

/// `tessera keys revoke`.
struct KeysRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Withdraw a key: servers refuse it within seconds.")

    @Option(help: "The key's name.")
    var name: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.settings()
        try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await APIKeyStore(pool: pool).revoke(name: name, actor: CommandOutput.operatorName)
            }
        }
        if json { CommandOutput.json { $0.member("revoked", string: name) } } else { print("\(name) is revoked.") }
    }
}
