import ArgumentParser
import JSON
import Training

/// `tessera methodology publish`.
struct MethodologyPublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publish a version of a methodology, which then never changes.")

    @Argument(help: "The methodology's code.")
    var code: String

    @Argument(help: "The version.")
    var version: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (code, version) = (code, version)
        try await TrainingDatabase.with(options) { database in
            try await MethodologyStore(database).publish(version, of: code, by: CommandOutput.operatorName)
        }
        if json {
            CommandOutput.json { writer in
                writer.member("methodology", string: code)
                writer.member("published", string: version)
            }
        } else {
            print("Version \(version) of methodology \(code) is published.")
        }
    }
}
