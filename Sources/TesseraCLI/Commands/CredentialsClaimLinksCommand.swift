import ArgumentParser
import Awarding
import JSON

/// `tessera credentials claim-links`.
struct CredentialsClaimLinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim-links",
        abstract: "List claim links, oldest first.",
        discussion: "Their secrets are kept nowhere: a link can be revoked by its id, but not shown again.")

    @Option(
        help: "good, expired or revoked.",
        transform: { text in
            guard let state = ClaimLinkStore.State(rawValue: text) else {
                throw ValidationError("\(text) is not good, expired or revoked.")
            }
            return state
        })
    var state: ClaimLinkStore.State?

    @Option(help: "How many at most.")
    var limit: Int32 = 1000

    @Flag(help: "Print the links as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (state, limit) = (state, limit)
        let found = try await TrainingDatabase.with(options) { database in
            try await ClaimLinkStore(database).links(state, atMost: limit)
        }
        let document = try CommandOutput.found(found, "list of claim links")
        if json { return print(String(decoding: document, as: UTF8.self)) }
        for link in try JSONDocument(parsing: document).root["claimLinks"]?.elements.map({ $0 }) ?? [] {
            let columns = [
                link["id"]?.string, link["state"]?.string, link["account"]?["name"]?.string ?? link["mbox"]?.string,
                link["expiresAt"]?.string, link["createdBy"]?.string,
            ]
            print(columns.compactMap(\.self).joined(separator: "\t"))
        }
    }
}
