import ArgumentParser
import JSON
import Training

/// `tessera pilots define`.
struct PilotsDefineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Define a pilot, or bring its definition up to date, as PUT /api/pilots/{code} does.")

    @Argument(help: "A file of JSON; - for standard input.")
    var file: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let bytes = try await DefinitionFile.read(file)
        let code = try DefinitionFile.name("code", in: bytes, of: file)
        try await TrainingDatabase.with(options) {
            try await PilotStore($0).define(bytes, by: CommandOutput.operatorName)
        }
        if json { CommandOutput.json { $0.member("pilot", string: code) } } else { print("Pilot \(code) is defined.") }
    }
}
