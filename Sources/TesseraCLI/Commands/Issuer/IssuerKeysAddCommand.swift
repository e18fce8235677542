public import ArgumentParser
public import Awarding
import Credentials
import FoundationEssentials
import JSON

/// `tessera issuer keys add`.
struct IssuerKeysAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make keys, and make them known to verifiers; they don't sign yet.",
        discussion: """
            Keys are files of mode 0600 in the folder of keys (keys_dir; by default the folder keys in the data folder). \
            Every node needs them before they are used. With --held none is made: those that are in the folder or in \
            Vault and are not listed yet are listed.
            """)

    @Option(
        name: .customLong("algorithm"), parsing: .singleValue,
        help: "es256 (tokens) or ed25519 (proofs), once for each. (default: both)")
    var kinds: [SigningKeyFile.Kind] = SigningKeyFile.Kind.allCases

    @Flag(help: "Make no key, but list those that are there.")
    var held = false

    @Option(
        help: "The URL of the installation, whose DID is the issuer. [TESSERA_BASE_URL] (default: that of the keys)")
    var baseURL: String?

    @Flag(help: "Print the keys as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.settings(flags: ["base_url": baseURL])
        let (kinds, held) = (kinds, held)
        let added = try await IssuerKeysCommand.with(options) { store in
            let known = try await store.keys()
            let issuer = try IssuerKeysCommand.issuer(settings, known)
            let sources = try IssuerKeySources(settings, did: issuer)
            if !held {
                let folder = KeyFolder(path: settings.keysPath)
                for kind in kinds { _ = try folder.create(kind) }
            }
            let ids = Set(known.map(\.id))
            let new = try await sources.keys().filter { !ids.contains($0.id) }
            try await store.register(new, of: issuer, first: [])
            return try await store.keys().filter { key in new.contains { $0.id == key.id } }
        }
        guard json else { return tell(added, settings) }
        CommandOutput.json { writer in
            writer.member(
                "added", array: { writer in for key in added { IssuerKeysListCommand.write(key, to: &writer) } })
        }
    }

    private func tell(_ added: [IssuerKeyStore.Entry], _ settings: Settings) {
        for key in added { print("\(key.id)\t\(key.algorithm)\t\(key.state.rawValue)") }
        guard let latest = added.map(\.listedAt).max() else {
            return CommandOutput.message("Every key is listed already.")
        }
        let usable = (latest + IssuerKeyStore.settling).formatted(.iso8601)
        CommandOutput.message(
            "Copy new files in \(settings.keysPath) to every node. Use the keys from \(usable): tessera issuer keys use ID."
        )
    }
}

extension SigningKeyFile.Kind: ExpressibleByArgument {}
