import ArgumentParser
import Evaluation
import JSON

/// `tessera report make`.
struct ReportMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Freeze the numbers as they are now, or find the report of an earlier moment.")

    @OptionGroup var subject: ReportSubjectArguments

    @Option(name: .customLong("as-of"), help: "The moment of a report that was made, such as 2026-11-28T10:00:00.123Z.")
    var asOf: String?

    @Option(name: .customLong("narratives-of"), help: "Number of a report whose texts the new one begins with.")
    var narrativesOf: Int?

    @Option(name: .customLong("of"), help: "A pilot of a synthesis, repeatable; without, all that are over.")
    var pilots: [String] = []

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard pilots.isEmpty || subject.pilot == nil else {
            throw ValidationError("--of names pilots of a synthesis, which is made without --pilot.")
        }
    }

    private var definition: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("asOf", stringIfPresent: asOf)
            if let narrativesOf { writer.member("narrativesOf", number: narrativesOf) }
            if !pilots.isEmpty {
                writer.member(
                    "pilots",
                    array: { writer in
                        for pilot in pilots { writer.string(pilot) }
                    })
            }
        }
        return writer.bytes
    }

    func run() async throws {
        let (about, definition) = (subject.subject, definition)
        let (made, report) = try await ReportCommand.with(options) { reports in
            let made = try await reports.make(about, definition, by: CommandOutput.operatorName)
            return (made, try await reports.report(Int64(made.number), of: about))
        }
        guard let report else { throw CommandOutput.Missing(what: "report \(made.number)") }
        if json {
            CommandOutput.json { writer in
                writer.member("pilot", stringIfPresent: subject.pilot)
                writer.member("number", number: made.number)
                writer.member("isNew", boolean: made.isNew)
                writer.member("asOf", string: report.watermark)
                writer.member("sha256", string: report.sha256)
            }
        } else {
            print(
                "Report \(made.number) \(subject.words) \(made.isNew ? "is made" : "was made before"), "
                    + "as of \(report.watermark), SHA-256 \(report.sha256).")
        }
    }
}
