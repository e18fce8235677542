import ArgumentParser
import Awarding
import JSON

/// `tessera issuer keys use`.
struct IssuerKeysUseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "use", abstract: "Have a key sign from now on, on all nodes.",
        discussion: """
            The key of the same algorithm that signed is retired: it stays listed. A key that was listed less than ten \
            minutes ago is refused, since verifiers may hold a copy of the DID document without it.
            """)

    @Argument(help: "The key's id, or the fragment of its DID URL.")
    var key: String

    @Flag(help: "Use it though verifiers may not know it yet; for when no other key can sign.")
    var atOnce = false

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (name, atOnce) = (key, atOnce)
        let (id, isNew) = try await IssuerKeysCommand.with(options) { store in
            let key = try IssuerKeysCommand.key(name, in: await store.keys())
            return (key.id, try await store.use(key.id, isAtOnce: atOnce, by: CommandOutput.operatorName))
        }
        if json {
            CommandOutput.json { writer in
                writer.member("key", string: id)
                writer.member("outcome", string: isNew ? "in use" : "was in use")
            }
        } else {
            print(isNew ? "\(id) signs from now on." : "\(id) signs already.")
        }
    }
}
