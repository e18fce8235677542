import ArgumentParser
import JSON
import Training

/// `tessera pilots list`.
struct PilotsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the pilots, the newest first.")

    @Flag(help: "Print the pilots as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let found = try await TrainingDatabase.with(options) { try await PilotStore($0).pilots() }
        let document = try CommandOutput.found(found, "list")
        if json { return print(String(decoding: document, as: UTF8.self)) }
        for pilot in try JSONDocument(parsing: document).root["pilots"]?.elements.map({ $0 }) ?? [] {
            let partners = pilot["partners"]?.elements.compactMap(\.string).joined(separator: " ") ?? ""
            let days = "\(pilot["startsOn"]?.string ?? "") to \(pilot["endsOn"]?.string ?? "")"
            let columns = [
                pilot["code"]?.string, pilot["state"]?.string, days, partners,
                "\(pilot["enrolled"]?.integer ?? 0) enrolled", pilot["title"]?.string,
            ]
            print(columns.compactMap(\.self).joined(separator: "\t"))
        }
    }
}
