import ArgumentParser
import Awarding
import JSON

/// `tessera issuer keys compromise`.
struct IssuerKeysCompromiseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compromise", abstract: "Take a key that has fallen into wrong hands out of the list, for good.",
        discussion: """
            Nothing that it signed verifies from now on, until it is signed anew: tessera credentials resign. If it \
            signed, the oldest listed key of its algorithm takes over, of those that were listed for ten minutes.
            """)

    @Argument(help: "The key's id, or the fragment of its DID URL.")
    var key: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let name = key
        let (key, successor) = try await IssuerKeysCommand.with(options) { store in
            let key = try IssuerKeysCommand.key(name, in: await store.keys())
            return (key, try await store.compromise(key.id, by: CommandOutput.operatorName).successor)
        }
        if json {
            CommandOutput.json { writer in
                writer.member("key", string: key.id)
                writer.member("credentials", number: key.credentials)
                writer.member("signing", stringIfPresent: successor)
            }
            return
        }
        print("\(key.id) is compromised; \(key.credentials) credentials of it verify no more.")
        guard let successor else {
            return CommandOutput.message(
                "Nothing signs with \(key.algorithm) now: tessera issuer keys add, then tessera issuer keys use ID --at-once."
            )
        }
        CommandOutput.message("\(successor) signs. Sign anew what it signed: tessera credentials resign.")
    }
}
