import ArgumentParser
import FoundationEssentials
import LearningRecords
import LibPQ
import Signatures

/// `tessera quarantine`.
struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract:
            "Requests of trusted keys whose statements were refused as invalid (tessera keys create --quarantine).",
        subcommands: [
            QuarantineListCommand.self, QuarantineShowCommand.self, QuarantineResubmitCommand.self,
            QuarantineDiscardCommand.self,
        ])

    /// Lends the quarantine to a command.
    static func with<Result: Sendable>(
        _ options: SettingsOptions, _ body: @Sendable (QuarantineStore) async throws -> Result
    ) async throws -> Result {
        let settings = try options.settings()
        return try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                let binder = AttachmentBinder(
                    store: AttachmentStore(pool: pool),
                    verifier: SignatureVerifier(trusting: try settings.trustedKeys()))
                return try await body(
                    QuarantineStore(pool: pool, statements: StatementStore(pool: pool), binder: binder))
            }
        }
    }
}

/// The request that a command is about.
struct QuarantineArguments: ParsableArguments {
    @Argument(help: "The request's id.", transform: QuarantineArguments.id)
    var id: UUID

    private static func id(_ text: String) throws -> UUID {
        guard let id = UUID(uuidString: text) else { throw ValidationError("\"\(text)\" is not a UUID.") }
        return id
    }
}
