import ArgumentParser
import Training

/// `tessera pilots show`.
struct PilotsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a pilot as one JSON object, which `tessera pilots define` takes again.")

    @Argument(help: "The pilot's code.")
    var code: String

    @Flag(help: "Print one JSON object, which it is anyway.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let code = code
        let found = try await TrainingDatabase.with(options) { try await PilotStore($0).document(.whole, of: code) }
        print(String(decoding: try CommandOutput.found(found, "pilot \(code)"), as: UTF8.self))
    }
}
