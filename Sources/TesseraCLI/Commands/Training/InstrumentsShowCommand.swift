import ArgumentParser
import Training

/// `tessera instruments show`.
struct InstrumentsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an instrument, or one version with its items, as one JSON object.")

    @Argument(help: "The instrument's code.")
    var code: String

    @Argument(help: "A version, which `tessera instruments define` takes again.")
    var version: String?

    @Flag(help: "Print one JSON object, which it is anyway.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (code, version) = (code, version)
        let found = try await TrainingDatabase.with(options) { database in
            let instruments = InstrumentStore(database)
            guard let version else { return try await instruments.instrument(code) }
            return try await instruments.version(version, of: code)
        }
        let what = version.map { "version \($0) of instrument \(code)" } ?? "instrument \(code)"
        print(String(decoding: try CommandOutput.found(found, what), as: UTF8.self))
    }
}
