import ArgumentParser
import JSON
import Training

/// `tessera instruments define`.
struct InstrumentsDefineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract:
            "Define a version of an instrument, or bring a draft up to date, as PUT /api/instruments/{code}/versions/{version} does."
    )

    @Argument(help: "A file of JSON; - for standard input.")
    var file: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (code, bytes) = try await TrainingDatabase.definition(in: file)
        try await TrainingDatabase.with(options) { try await InstrumentStore($0).define(bytes) }
        let version = try JSONDocument(parsing: bytes).root["version"]?.string ?? ""
        if json {
            CommandOutput.json { writer in
                writer.member("instrument", string: code)
                writer.member("version", string: version)
            }
        } else {
            print("Version \(version) of instrument \(code) is defined.")
        }
    }
}
