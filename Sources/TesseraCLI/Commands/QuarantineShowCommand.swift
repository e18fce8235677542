import ArgumentParser
import FoundationEssentials
import JSON
import LearningRecords

/// `tessera quarantine show`.
struct QuarantineShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a request as one JSON object: its statements, and what is wrong with each."
    )

    @OptionGroup var arguments: QuarantineArguments

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (entry, statements) = try await QuarantineCommand.with(options) { quarantine in
            let entry = try await quarantine.entry(arguments.id, of: nil)
            return (entry, try await quarantine.statements(of: entry))
        }
        CommandOutput.json { entry.writeMembers(to: &$0, statements: statements) }
    }
}
