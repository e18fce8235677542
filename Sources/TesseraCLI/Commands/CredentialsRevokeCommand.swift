import ArgumentParser
import Awarding
import FoundationEssentials
import JSON
import Operations

/// `tessera credentials revoke`.
struct CredentialsRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take a credential back for good.",
        discussion: """
            A running server publishes it in the credential's status list within a second; verifiers may keep a copy \
            of the list for an hour. Who should hold the level again gets another credential.
            """)

    @Argument(help: "The credential's id, as in /credentials/{id}.")
    var id: String

    @Option(help: "Why, for who looks at the credential; the public list tells no reasons.")
    var reason: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard UUID(uuidString: id) != nil else { throw ValidationError("\"\(id)\" is no UUID.") }
        guard (1...2000).contains(reason.unicodeScalars.count) else {
            throw ValidationError("--reason must have from 1 to 2,000 characters.")
        }
    }

    func run() async throws {
        guard let uuid = UUID(uuidString: id) else { return }
        let settings = try options.settings()
        let outcome = try await DatabaseAccess.withDatabase(
            settings, logger: CommandOutput.logger(settings)
        ) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await CredentialStore(pool: pool).revoke(
                    uuid, reason: reason, by: CommandOutput.operatorName, partner: nil)
            }
        }
        let name = uuid.uuidString.lowercased()
        guard outcome != .unknown else {
            CommandOutput.message("There is no credential \(name).")
            throw ExitCode(1)
        }
        if json {
            CommandOutput.json { writer in
                writer.member("credential", string: name)
                writer.member("outcome", string: outcome == .revoked ? "revoked" : "had been revoked")
            }
        } else {
            print(outcome == .revoked ? "\(name) is revoked." : "\(name) had been revoked already.")
        }
    }
}
