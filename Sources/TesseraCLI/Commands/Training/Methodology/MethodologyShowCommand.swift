import ArgumentParser
import Training

/// `tessera methodology show`.
struct MethodologyShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a version of a methodology as one JSON object, which `tessera methodology import` takes again.")

    @Argument(help: "The methodology's code; left out with the version, the one published last is shown.")
    var code: String?

    @Argument(help: "The version.")
    var version: String?

    @Flag(help: "Print one JSON object, which it is anyway.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard (code == nil) == (version == nil) else { throw ValidationError("Name a version too.") }
    }

    func run() async throws {
        let (code, version) = (code, version)
        let found = try await TrainingDatabase.with(options) { database in
            let methodologies = MethodologyStore(database)
            guard let code, let version else { return try await methodologies.newest() }
            return try await methodologies.version(version, of: code)
        }
        let what = code.map { "version \(version ?? "") of methodology \($0)" } ?? "published methodology"
        print(String(decoding: try CommandOutput.found(found, what), as: UTF8.self))
    }
}
