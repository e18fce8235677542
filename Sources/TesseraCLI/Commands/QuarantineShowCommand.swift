import ArgumentParser
import FoundationEssentials
import JSON
import LearningRecords

/// `tessera quarantine show`.
struct QuarantineShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show a request as one JSON object: its statements, and what is wrong with each; and the attachments that came along."
    )

    @OptionGroup var arguments: QuarantineArguments

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (entry, statements, attachments) = try await QuarantineCommand.with(options) { quarantine in
            let entry = try await quarantine.entry(arguments.id, of: nil)
            return (
                entry, try await quarantine.statements(of: entry), try await quarantine.attachments(of: entry)
            )
        }
        CommandOutput.json { entry.writeMembers(to: &$0, statements: statements, attachments: attachments) }
    }
}
