import ArgumentParser
import FoundationEssentials
import JSON
import LearningRecords

/// `tessera quarantine discard`.
struct QuarantineDiscardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "discard", abstract: "Throw a request away.")

    @OptionGroup var arguments: QuarantineArguments

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await QuarantineCommand.with(options) { quarantine in
            try await quarantine.discard(arguments.id, of: nil, actor: CommandOutput.operatorName)
        }
        let id = arguments.id.uuidString.lowercased()
        if json { CommandOutput.json { $0.member("discarded", string: id) } } else { print("\(id) is discarded.") }
    }
}
