import ArgumentParser
import JSON
import Training

/// `tessera methodology import`.
struct MethodologyImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Define a version of a methodology, or bring a draft up to date, as PUT /api/methodology/{code}/versions/{version} does."
    )

    @Argument(help: "A file of JSON; - for standard input.")
    var file: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let bytes = try await DefinitionFile.read(file)
        let faults = try await TrainingDatabase.with(options) { try await MethodologyStore($0).define(bytes) }
        guard faults.isEmpty else {
            if json { CommandOutput.json { $0.member("faults", raw: faults.json) } }
            for fault in faults.faults { CommandOutput.message("\(file): \(fault).") }
            throw ExitCode.failure
        }
        let code = try DefinitionFile.name("code", in: bytes, of: file)
        let version = try DefinitionFile.name("version", in: bytes, of: file)
        if json {
            CommandOutput.json { writer in
                writer.member("methodology", string: code)
                writer.member("version", string: version)
            }
        } else {
            print("Version \(version) of methodology \(code) is defined.")
        }
    }
}
