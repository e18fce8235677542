import ArgumentParser
import JSON
import Operations

/// `tessera keys rotate`.
struct KeysRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Give a key a new secret; the old one ends within seconds.")

    @Option(help: "The key's name.")
    var name: String

    @Flag(help: "Print the key as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.settings()
        let secret = try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) {
            database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await APIKeyStore(pool: pool).rotate(name: name, actor: CommandOutput.operatorName)
            }
        }
        if json {
            CommandOutput.json { writer in
                writer.member("name", string: name)
                writer.member("secret", string: secret)
            }
        } else {
            print("\(name):\(secret)")
            CommandOutput.message("Keep the secret now: it is shown nowhere again.")
        }
    }
}
