import ArgumentParser
import Frameworks
import JSON

/// `tessera framework list`.
struct FrameworkListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the versions of frameworks, the newest first.")

    @Flag(help: "Print them as one JSON object.")
    var json = false

    @OptionGroup var options: FrameworkOptions

    func run() async throws {
        let documents = try await FrameworkCommand.with(options) { try await $0.documents() }
        if json {
            CommandOutput.json { writer in
                writer.member(
                    "frameworks", array: { writer in for document in documents { document.write(to: &writer) } })
            }
            return
        }
        for document in documents {
            print([document.code, document.version, document.status, document.title].joined(separator: "\t"))
        }
    }
}
