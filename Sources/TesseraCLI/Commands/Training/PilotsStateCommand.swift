import ArgumentParser
import JSON
import Training

/// `tessera pilots state`.
struct PilotsStateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state",
        abstract: "Show a pilot's state and what it lacks for the next one, or move it into another.")

    @Argument(help: "The pilot's code.")
    var code: String

    @Argument(help: "The state to move it into: running, closed or reported.")
    var state: String?

    @Option(help: "Why; a pilot that is closed before its last day needs a reason.")
    var reason: String?

    @Option(help: "Address or id of the evaluation report, for the state reported.")
    var report: String?

    @Option(help: "The day on which the report was published, as YYYY-MM-DD.")
    var reportedOn: String?

    @Flag(help: "Print the state, or what is lacking, as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard state != nil || (reason == nil && report == nil && reportedOn == nil) else {
            throw ValidationError("--reason, --report and --reported-on go with the state to move into.")
        }
    }

    func run() async throws {
        let (code, move) = (code, move)
        let (lacking, found) = try await TrainingDatabase.with(options) { database in
            let pilots = PilotStore(database)
            var lacking: [UInt8]?
            if let move { lacking = try await pilots.move(code, move, by: CommandOutput.operatorName) }
            return (lacking, try await pilots.document(.states, of: code))
        }
        let unmet = try lacking.map { try JSONDocument(parsing: $0).root.elements.map { $0 } } ?? []
        guard unmet.isEmpty else {
            if json {
                CommandOutput.json { $0.member("unmet", raw: lacking ?? []) }
            }
            for demand in unmet { CommandOutput.message(demand["detail"]?.string ?? "") }
            throw ExitCode.failure
        }
        let document = try CommandOutput.found(found, "pilot \(code)")
        if json { return print(String(decoding: document, as: UTF8.self)) }
        let root = try JSONDocument(parsing: document).root
        print("\(code) is \(root["state"]?.string ?? "").")
        guard let next = root["next"], let name = next["state"]?.string else { return }
        let lacks = next["unmet"]?.elements.compactMap { $0["detail"]?.string } ?? []
        print(
            lacks.isEmpty ? "It has all that it needs to be \(name)." : "To be \(name): \(lacks.joined(separator: " "))"
        )
    }

    /// The move, as `training.move_pilot` takes it; nil when the state is only asked for.
    private var move: [UInt8]? {
        guard let state else { return nil }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("state", string: state)
            writer.member("reason", stringIfPresent: reason)
            if report != nil || reportedOn != nil {
                writer.member(
                    "report",
                    object: { writer in
                        writer.member("reference", stringIfPresent: report)
                        writer.member("on", stringIfPresent: reportedOn)
                    })
            }
        }
        return writer.bytes
    }
}
