import ArgumentParser
import Awarding
import FoundationEssentials
import JSON

/// `tessera credentials claim-link`.
struct CredentialsClaimLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim-link",
        abstract: "Make a link that lets a person in to the credentials that are about them.",
        discussion: """
            Whoever opens the link is taken for the person: hand it over as you would a certificate. The person must \
            be enrolled in a pilot, or hold an award.
            """)

    @Option(help: "The name of the person's account.")
    var account: String?

    @Option(help: "The home page of the account; may be left out where --pilot is given.")
    var homePage: String?

    @Option(help: "The person's mail address, where awards know it instead of an account.")
    var mbox: String?

    @Option(help: "The code of a pilot in which the person is.")
    var pilot: String?

    @Option(help: "For how many days the link is good, from 1 to 365.")
    var days = 30

    @Flag(help: "Print the link as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard (account == nil) != (mbox == nil) else { throw ValidationError("Give either --account or --mbox.") }
        guard homePage == nil || account != nil else { throw ValidationError("--home-page is of an --account.") }
    }

    func run() async throws {
        let person = person
        let made = try await TrainingDatabase.with(options) { database in
            try await ClaimLinkStore(database).make(for: person, by: CommandOutput.operatorName)
        }
        let url = "\(try options.settings().publicURL)/claim/\(made.secret.text)"
        let (id, expiresAt) = (made.id.uuidString.lowercased(), made.expiresAt.formatted(.iso8601))
        if json {
            CommandOutput.json { writer in
                writer.member("id", string: id)
                writer.member("url", string: url)
                writer.member("expiresAt", string: expiresAt)
            }
        } else {
            print(url)
            CommandOutput.message("Good until \(expiresAt); to revoke it: tessera credentials revoke-claim-link \(id)")
            CommandOutput.message("Keep the link now: it is shown nowhere again.")
        }
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
            writer.member("pilot", stringIfPresent: pilot)
            writer.member("days", number: days)
        }
        return writer.bytes
    }
}

/// `tessera credentials revoke-claim-link`.
struct CredentialsRevokeClaimLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke-claim-link", abstract: "Revoke a claim link, and end the sessions that it opened.")

    @Argument(help: "The link's id, as it was told when the link was made.")
    var id: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard UUID(uuidString: id) != nil else { throw ValidationError("\"\(id)\" is no UUID.") }
    }

    func run() async throws {
        guard let uuid = UUID(uuidString: id) else { return }
        try await TrainingDatabase.with(options) { database in
            try await ClaimLinkStore(database).revoke(uuid, by: CommandOutput.operatorName)
        }
        let name = uuid.uuidString.lowercased()
        if json {
            CommandOutput.json { $0.member("revoked", string: name) }
        } else {
            print("The claim link \(name) is revoked.")
        }
    }
}
