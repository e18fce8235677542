import ArgumentParser
import JSON
import Training

/// `tessera methodology list`.
struct MethodologyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the methodologies with their versions.")

    @Flag(help: "Print the methodologies as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let found = try await TrainingDatabase.with(options) { try await MethodologyStore($0).methodologies() }
        let document = try CommandOutput.found(found, "list")
        if json { return print(String(decoding: document, as: UTF8.self)) }
        for methodology in try JSONDocument(parsing: document).root["methodologies"]?.elements.map({ $0 }) ?? [] {
            for version in methodology["versions"]?.elements.map({ $0 }) ?? [] {
                let columns = [
                    methodology["code"]?.string, version["version"]?.string, version["state"]?.string,
                    version["title"]?.string,
                ]
                print(columns.compactMap(\.self).joined(separator: "\t"))
            }
        }
    }
}
