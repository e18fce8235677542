import ArgumentParser
import Awarding
import Credentials
import JSON

/// `tessera credentials resign`.
struct CredentialsResignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resign", abstract: "Sign credentials anew whose key is compromised.",
        discussion: """
            Each keeps its id and what it says, and is valid from now; what it was stays in the database. It may be \
            stopped and started again at any time, and run on several nodes at once. It needs the keys that sign now, as \
            a server does. The status lists are signed anew by the servers.
            """)

    @Option(
        name: .customLong("key"), parsing: .singleValue,
        help: "Only what this key signed, once for each; it need not be compromised. (default: all compromised keys)")
    var keys: [String] = []

    @Option(help: "How many a transaction holds, from 1 to 1000.")
    var batch: Int32 = 200

    @Option(
        help: "The URL of the installation, whose DID is the issuer. [TESSERA_BASE_URL] (default: that of the keys)")
    var baseURL: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard (1...1000).contains(batch) else { throw ValidationError("--batch must be from 1 to 1000.") }
    }

    func run() async throws {
        let settings = try options.settings(flags: ["base_url": baseURL])
        let (names, json, batch) = (keys, json, batch)
        let count = try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) {
            database in
            try await DatabaseAccess.withPool(database.service) { pool in
                let known = try await IssuerKeyStore(pool: pool).keys()
                let ids = try names.map { try IssuerKeysCommand.key($0, in: known).id }
                let issuer = try IssuerKeysCommand.issuer(settings, known)
                let sources = try IssuerKeySources(settings, did: issuer)
                let resigner = CredentialResigner(
                    pool: pool, issuer: issuer, ring: KeyRing(loading: sources.keys), keys: ids.isEmpty ? nil : ids)
                var bar = ProgressBar(title: "Signing anew", total: try await resigner.remaining(), isShown: !json)
                defer { bar.finish() }
                return try await resigner.resignAll(atMost: batch) { bar.advance(by: $0) }
            }
        }
        if json {
            CommandOutput.json { $0.member("resigned", number: count) }
        } else {
            print("\(count) credentials are signed anew.")
            guard count > 0 else { return }
            CommandOutput.message(
                "Links and pages show them, and new passports hold them. Copies in wallets, passports and files from before stay as they were signed, and nobody can replace them there: holders are told so on their page, and can put credentials into their wallets again."
            )
        }
    }
}
