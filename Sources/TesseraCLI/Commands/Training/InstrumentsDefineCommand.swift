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
        let bytes = try await DefinitionFile.read(file)
        let code = try DefinitionFile.name("code", in: bytes, of: file)
        try await TrainingDatabase.with(options) { try await InstrumentStore($0).define(bytes) }
        let version = try DefinitionFile.name("version", in: bytes, of: file)
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
