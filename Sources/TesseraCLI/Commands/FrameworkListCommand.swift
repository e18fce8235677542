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
                    "frameworks",
                    array: { writer in
                        for document in documents {
                            writer.object { writer in
                                writer.member("code", string: document.code)
                                writer.member("version", string: document.version)
                                writer.member("title", string: document.title)
                                writer.member("language", string: document.language)
                                writer.member("status", string: document.status)
                                writer.member("since", stringIfPresent: document.since)
                            }
                        }
                    })
            }
            return
        }
        for document in documents {
            print([document.code, document.version, document.status, document.title].joined(separator: "\t"))
        }
    }
}
