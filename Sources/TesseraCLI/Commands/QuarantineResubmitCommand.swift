import ArgumentParser
import FoundationEssentials
import JSON
import LearningRecords

/// `tessera quarantine resubmit`.
struct QuarantineResubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resubmit",
        abstract: "Send a request again, as it was or corrected: it is stored as if its key had sent it.")

    @OptionGroup var arguments: QuarantineArguments

    @Option(help: "A file with the corrected body; - for standard input.")
    var file: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        var body: [UInt8]?
        if let file {
            body = try await InputFile.with(file) { input in
                var bytes: [UInt8] = []
                while let piece = try await input.next() { bytes += piece }
                return bytes
            }
        }
        let ids = try await QuarantineCommand.with(options) { [body] quarantine in
            try await quarantine.resubmit(arguments.id, body: body, of: nil, actor: CommandOutput.operatorName)
        }.map { $0.uuidString.lowercased() }
        if json {
            CommandOutput.json { $0.member("statements", array: { writer in for id in ids { writer.string(id) } }) }
        } else {
            print("Stored \(ids.count) statements: \(ids.joined(separator: " "))")
        }
    }
}
