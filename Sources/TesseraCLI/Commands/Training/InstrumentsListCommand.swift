import ArgumentParser
import JSON
import Training

/// `tessera instruments list`.
struct InstrumentsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the instruments with their versions.")

    @Flag(help: "Print the instruments as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let found = try await TrainingDatabase.with(options) { try await InstrumentStore($0).instruments() }
        let document = try CommandOutput.found(found, "list")
        if json { return print(String(decoding: document, as: UTF8.self)) }
        for instrument in try JSONDocument(parsing: document).root["instruments"]?.elements.map({ $0 }) ?? [] {
            let versions = instrument["versions"]?.elements.map { version in
                "\(version["version"]?.string ?? "") (\(version["state"]?.string ?? ""))"
            }
            let partners = instrument["partners"]?.elements.compactMap(\.string).joined(separator: " ") ?? ""
            let columns = [
                instrument["code"]?.string, instrument["kind"]?.string, versions?.joined(separator: " "), partners,
            ]
            print(columns.compactMap(\.self).joined(separator: "\t"))
        }
    }
}
