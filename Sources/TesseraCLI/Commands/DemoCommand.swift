import ArgumentParser
import JSON

/// `tessera demo`.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Load the demonstration pilots into a running server, over its HTTP interfaces.")

    @Option(help: "The server's URL.")
    var url = "http://127.0.0.1:8080"

    @Option(help: "A key with scope all, as name:secret.")
    var key: String

    @Option(help: "The same seed gives the same statements.")
    var seed: UInt64 = 2026

    @Option(help: "How many learners the pilot has.")
    var learners = 24

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    func validate() throws {
        guard (2...500).contains(learners) else { throw ValidationError("--learners: from 2 to 500.") }
        guard key.contains(":") else { throw ValidationError("--key: it must be name:secret.") }
    }

    func run() async throws {
        let pilot = DemoPilot(seed: seed, learners: learners)
        let outcome = try await DemoLoader(url: url, key: key, showsProgress: !json).load(pilot)
        if json {
            CommandOutput.json { writer in
                writer.member("pilot", string: pilot.code)
                writer.member("learners", number: learners)
                writer.member("statements", number: outcome.statements)
                writer.member("credentials", array: { writer in for url in outcome.credentials { writer.string(url) } })
            }
        } else {
            print(
                "Pilot \(pilot.code): \(learners) learners, \(outcome.statements) statements, \(outcome.credentials.count) credentials."
            )
            if let first = outcome.credentials.first { print("A credential: \(first)") }
        }
    }
}
