import ArgumentParser
import Evaluation
import JSON

/// `tessera report show`.
struct ReportShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what a report is of, whether its hash holds, and what is not written yet.")

    @OptionGroup var subject: ReportSubjectArguments

    @Argument(help: "The report's number.")
    var number: Int64

    @Flag(help: "Print the report with its numbers as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (about, number) = (subject.subject, number)
        let report = try await ReportCommand.with(options) { try await $0.report(number, of: about) }
        guard let report else { throw CommandOutput.Missing(what: "report \(number) \(subject.words)") }
        if json {
            let head = Array(report.head.bytes).filter { $0 != UInt8(ascii: "\n") }
            return print(String(decoding: head, as: UTF8.self))
        }
        print(report.title)
        print("\(report.isDraft ? "draft" : "final"), as of \(report.watermark)")
        let holds = report.head["verified"]?.boolean == true
        print("SHA-256 \(report.sha256), \(holds ? "which holds" : "WHICH DOES NOT HOLD")")
        for section in report.sections where section.isUnfinished {
            print("Not written yet: \(section.number) \(section.title)")
        }
        for table in report.tables { print("\(table.rows.count)\t\(table.view)") }
        guard holds else { throw ExitCode.failure }
    }
}
