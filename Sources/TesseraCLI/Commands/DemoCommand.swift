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

    @Option(help: "How many learners the first run of the pilot has; the second has fewer.")
    var learners = 24

    @Flag(
        inversion: .prefixedNo,
        help: "Load a second run too, and what was done between the two about what the first one's evaluation found.")
    var secondRun = true

    @Option(
        help: "Another key with scope pilots/write, as name:secret: the second person that verifies what was done.")
    var verifierKey: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    func validate() throws {
        guard (2...500).contains(learners) else { throw ValidationError("--learners: from 2 to 500.") }
        guard key.contains(":") else { throw ValidationError("--key: it must be name:secret.") }
        guard verifierKey?.contains(":") != false else {
            throw ValidationError("--verifier-key: it must be name:secret.")
        }
    }

    func run() async throws {
        let pilot = DemoPilot(seed: seed, learners: learners)
        let loader = DemoLoader(url: url, key: key, showsProgress: !json)
        let outcome = try await loader.load(pilot)
        guard secondRun else { return tell(pilot, outcome, second: nil) }
        let second = DemoPilot(.second, seed: seed, learners: max(12, learners * 3 / 4))
        let later = try await loader.load(second)
        let feedback = try await loader.loadFeedback(on: pilot, next: second, verifier: verifierKey)
        try await loader.loadReports(on: pilot, next: second)
        tell(pilot, outcome, second: (second, later, feedback))
    }

    private func tell(
        _ pilot: DemoPilot, _ outcome: DemoLoader.Outcome,
        second: (pilot: DemoPilot, outcome: DemoLoader.Outcome, feedback: DemoLoader.Feedback?)?
    ) {
        guard json else {
            tell(pilot, outcome)
            if let first = outcome.credentials.first { print("A credential: \(first)") }
            guard let second else { return }
            tell(second.pilot, second.outcome)
            guard let feedback = second.feedback else { return }
            let page = "\(url)/pilots/\(pilot.code)/actions/\(feedback.action)"
            print("Action \(feedback.action) is \(feedback.state): \(page)")
            print("The report of the first run: \(url)/reports/\(pilot.code)/1")
            return
        }
        CommandOutput.json { writer in
            Self.write(pilot, outcome, to: &writer)
            guard let second else { return }
            writer.member(
                "secondRun",
                object: { writer in
                    Self.write(second.pilot, second.outcome, to: &writer)
                    guard let feedback = second.feedback else { return }
                    writer.member(
                        "feedback",
                        object: { writer in
                            writer.member("action", number: feedback.action)
                            writer.member("state", string: feedback.state)
                            if let change = feedback.change { writer.member("change", raw: change.utf8) }
                        })
                })
        }
    }

    private func tell(_ pilot: DemoPilot, _ outcome: DemoLoader.Outcome) {
        print(
            "Pilot \(pilot.code): \(pilot.learners.count) learners, \(outcome.statements) statements, "
                + "\(outcome.credentials.count) credentials.")
    }

    private static func write(_ pilot: DemoPilot, _ outcome: DemoLoader.Outcome, to writer: inout JSONWriter) {
        writer.member("pilot", string: pilot.code)
        writer.member("learners", number: pilot.learners.count)
        writer.member("statements", number: outcome.statements)
        writer.member("credentials", array: { writer in for url in outcome.credentials { writer.string(url) } })
    }
}
