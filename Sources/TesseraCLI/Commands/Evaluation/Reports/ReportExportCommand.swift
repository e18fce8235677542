import ArgumentParser
import Evaluation
import Foundation
import Web

/// `tessera report export`.
struct ReportExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a report with all its files into a folder.",
        discussion: """
            report.html, report.pdf, report.json with schema.json, numbers.json, which are the bytes that were hashed, \
            and a data package: datapackage.json and a CSV file for each table.
            """)

    @OptionGroup var subject: ReportSubjectArguments

    @Argument(help: "The report's number.")
    var number: Int64

    @Option(name: .shortAndLong, help: "The folder; it is made where it is not there.")
    var output: String

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (about, number) = (subject.subject, number)
        let (report, numbers) = try await ReportCommand.with(options) { reports in
            (try await reports.report(number, of: about), try await reports.numbers(of: number, about))
        }
        guard let report, let numbers else {
            throw CommandOutput.Missing(what: "report \(number) \(subject.words)")
        }
        let files = ReportFiles(report, base: try options.settings().publicURL)
        let folder = URL(filePath: output, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "data"), withIntermediateDirectories: true)
        var contents: [(name: String, bytes: [UInt8])] = [
            ("report.html", try files.html), ("report.json", files.json), ("schema.json", files.schema),
            ("numbers.json", numbers), ("datapackage.json", report.dataPackage),
        ]
        contents += report.tables.map { ("data/\($0.name).csv", $0.csv) }
        contents.append(("report.pdf", try await files.pdf()))
        for file in contents {
            let path = folder.appending(path: file.name).path(percentEncoded: false)
            try await OutputFile.with(path) { try await $0.write(file.bytes) }
        }
    }
}
