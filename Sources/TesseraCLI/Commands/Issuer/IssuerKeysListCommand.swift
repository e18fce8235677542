import ArgumentParser
import Awarding
import Credentials
import FoundationEssentials
import JSON

/// `tessera issuer keys list`.
struct IssuerKeysListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the keys with their states, and how many credentials each signed.")

    @Flag(help: "Print the keys as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let keys = try await IssuerKeysCommand.with(options) { try await $0.keys() }
        guard json else {
            for key in keys {
                print(
                    [key.id, key.algorithm, key.state.rawValue, "\(key.credentials) credentials"].joined(
                        separator: "\t"))
            }
            return
        }
        CommandOutput.json { writer in
            writer.member("keys", array: { writer in for key in keys { Self.write(key, to: &writer) } })
        }
    }

    /// Writes a key as an object.
    static func write(_ key: IssuerKeyStore.Entry, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", string: key.id)
            writer.member("algorithm", string: key.algorithm)
            writer.member("issuer", string: key.issuer)
            writer.member("state", string: key.state.rawValue)
            writer.member("multibase", string: key.publicKey.multibase)
            writer.member("listedAt", string: key.listedAt.formatted(.iso8601))
            writer.member("firstUsedAt", stringIfPresent: key.firstUsedAt?.formatted(.iso8601))
            writer.member("retiredAt", stringIfPresent: key.retiredAt?.formatted(.iso8601))
            writer.member("compromisedAt", stringIfPresent: key.compromisedAt?.formatted(.iso8601))
            writer.member("credentials", number: key.credentials)
        }
    }
}
