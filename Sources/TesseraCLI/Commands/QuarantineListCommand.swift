import ArgumentParser
import FoundationEssentials
import JSON
import LearningRecords
import LibPQ
import XAPI

/// `tessera quarantine list`.
struct QuarantineListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the requests in quarantine, the oldest first.")

    @Option(help: "Only requests of the key with this name.")
    var key: String?

    @Flag(help: "Print the requests as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let entries = try await QuarantineCommand.with(options) { quarantine in
            var entries: [QuarantineEntry] = []
            var cursor: QuarantineCursor?
            repeat {
                let page = try await quarantine.entries(of: nil, after: cursor, limit: 1000)
                entries += page
                cursor = page.last.map(QuarantineCursor.init(after:))
            } while cursor != nil
            return entries
        }.filter { key == nil || $0.keyName == key }
        if json {
            CommandOutput.json { writer in
                writer.member(
                    "entries",
                    array: { writer in for entry in entries { writer.object { entry.writeMembers(to: &$0) } } })
            }
            return
        }
        for entry in entries {
            let received = XAPI.Timestamp.text(entry.received.microseconds)
            let size = "\(entry.statementCount) statements, \(entry.byteCount) bytes"
            print([entry.id.uuidString.lowercased(), received, entry.keyName, size].joined(separator: "\t"))
        }
    }
}
