import ArgumentParser
import Awarding
import JSON

/// `tessera issuer keys retire`.
struct IssuerKeysRetireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Retire a key that is listed, but is not to sign.",
        discussion: "It stays listed. The key that signs is retired by using another one in its place.")

    @Argument(help: "The key's id, or the fragment of its DID URL.")
    var key: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let name = key
        let (id, isNew) = try await IssuerKeysCommand.with(options) { store in
            let key = try IssuerKeysCommand.key(name, in: await store.keys())
            return (key.id, try await store.retire(key.id, by: CommandOutput.operatorName))
        }
        if json {
            CommandOutput.json { writer in
                writer.member("key", string: id)
                writer.member("outcome", string: isNew ? "retired" : "had been retired")
            }
        } else {
            print(isNew ? "\(id) is retired." : "\(id) had been retired already.")
        }
    }
}
