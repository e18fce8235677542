import ArgumentParser
import CompetenceFramework
import Frameworks
import JSON

/// `tessera framework derive`.
struct FrameworkDeriveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "derive", abstract: "Make a new version of a framework, a draft to be changed, from another.")

    @OptionGroup var version: FrameworkVersionArguments

    @Argument(help: "The new version, such as 0.2.")
    var new: String

    @Flag(help: "Print the new version as one JSON object.")
    var json = false

    @OptionGroup var options: FrameworkOptions

    func run() async throws {
        let report = try await FrameworkCommand.with(options) {
            try await $0.derive(version.code, from: version.version, to: new)
        }
        guard let report else { throw FrameworkCommand.missing(version) }
        if json {
            CommandOutput.json { writer in
                writer.member("code", string: version.code)
                writer.member("version", string: new)
                writer.member("identifier", string: report.package.document.identifier)
            }
        } else {
            print("\(version.code) \(new) is a draft derived from \(version.version).")
        }
    }
}
