import ArgumentParser
import Awarding
import JSON

/// `tessera holders forget`.
struct HoldersForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Remove what a person left as the holder of credentials.",
        discussion: """
            Claim links and the sessions that they opened, links that show single credentials with the names in them, \
            offers to wallets, sites that the person let in, and what these sent are removed at once and for good. The \
            credentials stay, and so do copies that are in wallets and files already: to take those back, revoke them. \
            Learning records are not touched.
            """)

    @Option(help: "The name of the person's account.")
    var account: String?

    @Option(help: "The home page of the account.")
    var homePage: String?

    @Option(help: "The person's mail address, where awards know it instead of an account.")
    var mbox: String?

    @Flag(help: "Print the receipt as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard (account == nil) != (mbox == nil) else { throw ValidationError("Give either --account or --mbox.") }
        guard (account == nil) == (homePage == nil) else {
            throw ValidationError("An --account needs its --home-page, and nothing else has one.")
        }
    }

    func run() async throws {
        let person = person
        let receipt = try await TrainingDatabase.with(options) { database in
            try await HolderEraser(database).forget(person, by: CommandOutput.operatorName)
        }
        guard !json else { return print(String(decoding: receipt, as: UTF8.self)) }
        let root = try JSONDocument(parsing: receipt).root
        func count(_ name: String) -> String { root[name]?.lexeme ?? "0" }
        print("Forgotten; the receipt is \(root["receipt"]?.string ?? "").")
        for (name, what) in [
            ("claimLinks", "claim links"), ("sessions", "sessions"), ("sharedLinks", "links that showed a credential"),
            ("offers", "offers to wallets"), ("hosts", "sites that were let in"),
            ("foreignCredentials", "credentials of other issuers"), ("profiles", "profiles"),
        ] { print("  \(count(name)) \(what)") }
        CommandOutput.message(
            "\(count("credentials")) credentials stay, and \(count("walletCopies")) copies in wallets; files that were handed on are not known here."
        )
    }

    /// The person, as the store is told of them.
    private var person: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            if let account {
                writer.member(
                    "account",
                    object: { writer in
                        writer.member("homePage", stringIfPresent: homePage)
                        writer.member("name", string: account)
                    })
            }
            writer.member("mbox", stringIfPresent: mbox.map { $0.hasPrefix("mailto:") ? $0 : "mailto:" + $0 })
        }
        return writer.bytes
    }
}
