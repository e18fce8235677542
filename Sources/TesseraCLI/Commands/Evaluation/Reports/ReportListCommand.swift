import ArgumentParser
import Evaluation
import JSON

/// `tessera report list`.
struct ReportListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the reports of a pilot, or the syntheses, the newest first.")

    @OptionGroup var subject: ReportSubjectArguments

    @Flag(help: "Print the reports as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let about = subject.subject
        let found = try await ReportCommand.with(options) { try await $0.reports(of: about) }
        let document = try CommandOutput.found(found, "pilot \(subject.pilot ?? "")")
        if json { return print(String(decoding: document, as: UTF8.self)) }
        for report in try JSONDocument(parsing: document).root["reports"]?.elements.map({ $0 }) ?? [] {
            let columns = [
                report["number"]?.lexeme, report["state"]?.string, report["asOf"]?.string, report["sha256"]?.string,
                report["partner"]?.string,
            ]
            print(columns.compactMap(\.self).joined(separator: "\t"))
        }
    }
}
