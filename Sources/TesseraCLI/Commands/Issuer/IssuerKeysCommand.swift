import ArgumentParser
import Awarding
import Credentials

/// `tessera issuer keys`.
struct IssuerKeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "The keys that sign credentials.",
        discussion: """
            A key is made known to verifiers first (add), and signs once they have had the time to learn of it (use); the \
            one before it is retired by that and stays listed, so that what it signed verifies. A key that has fallen \
            into wrong hands is taken out of the list (compromise), and what it signed is signed anew (tessera \
            credentials resign). Running servers follow by themselves.
            """,
        subcommands: [
            IssuerKeysListCommand.self, IssuerKeysAddCommand.self, IssuerKeysUseCommand.self,
            IssuerKeysRetireCommand.self, IssuerKeysCompromiseCommand.self,
        ])

    /// Lends the store of keys to a command.
    static func with<Result: Sendable>(
        _ options: SettingsOptions, _ body: @escaping @Sendable (IssuerKeyStore) async throws -> Result
    ) async throws -> Result {
        let settings = try options.settings()
        return try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { try await body(IssuerKeyStore(pool: $0)) }
        }
    }

    /// The key that a name means: its id, the fragment of its DID URL, or the beginning of its id where that is enough.
    static func key(_ name: String, in keys: [IssuerKeyStore.Entry]) throws -> IssuerKeyStore.Entry {
        let fragment = name.split(separator: "#").last.map(String.init) ?? name
        if let key = keys.first(where: { $0.id == fragment || $0.publicKey.multibase == fragment }) { return key }
        let found = keys.filter { fragment.count >= 6 && $0.id.hasPrefix(fragment) }
        guard found.count == 1 else {
            throw CommandOutput.Missing(
                what: found.isEmpty ? "key \(name)" : "one key alone whose id begins with \(name)")
        }
        return found[0]
    }

    /// The issuer whose keys these are: the one under the base URL, if one is set, or the only one that has keys.
    static func issuer(_ settings: Settings, _ known: [IssuerKeyStore.Entry]) throws -> DIDWeb {
        if settings.baseURL != nil { return try DIDWeb(baseURL: settings.publicURL) }
        let issuers = Set(known.map(\.issuer))
        guard let issuer = issuers.first, issuers.count == 1 else {
            throw Settings.Invalid(name: "base_url", rule: "it must be given: there is not one issuer that has keys.")
        }
        return try DIDWeb(did: issuer)
    }
}
