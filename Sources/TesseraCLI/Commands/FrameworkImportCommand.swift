import ArgumentParser
import CompetenceFramework
import Frameworks
import JSON

/// `tessera framework import`.
struct FrameworkImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a framework from CASE (JSON), a workbook (.xlsx) or a .csv file.",
        discussion: """
            A document that is there already is brought up to date, its items by their identifiers; one that is \
            adopted is not changed, but --derive makes a new version of it. All faults of a file are named, with \
            JSON Pointer or sheet, row and column, and a file with a fault changes nothing. A file that was made \
            before the last change of what is there is refused, unless it is forced.

            Ends with 1 when the file could not be taken.
            """)

    @Argument(help: "The file; its name says by its end what it is.")
    var file: String

    @Flag(help: "Only tell what would be: faults, remarks, what would change.")
    var dryRun = false

    @Flag(help: "Take the file in though what is there has changed since it was made, and take those changes back.")
    var force = false

    @Option(help: "Take the file in as a new version, derived from the one that it names.")
    var derive: String?

    @Option(help: "For spreadsheets without a sheet Document: the framework's short name.")
    var code: String?

    @Option(help: "For spreadsheets without a sheet Document: the framework's version.")
    var version: String?

    @Option(help: "For spreadsheets of a framework that is not there yet: its title.")
    var title: String?

    @Option(help: "For spreadsheets of a framework that is not there yet: who made it.")
    var creator: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: FrameworkOptions

    func validate() throws {
        guard FrameworkFile.Format(fileName: file) != nil else {
            throw ValidationError("The file's name ends in none of .json, .xlsx and .csv.")
        }
    }

    func run() async throws {
        guard let format = FrameworkFile.Format(fileName: file) else { return }
        let bytes = try await InputFile.with(file) { input in
            var bytes: [UInt8] = []
            while let piece = try await input.next() { bytes += piece }
            return bytes
        }
        let file = FrameworkFile(
            bytes: bytes, format: format, code: code, version: version, title: title, creator: creator)
        let report = try await FrameworkCommand.with(options) { exchange in
            let reading = try await exchange.read(file)
            guard var package = reading.package else { return FrameworkImportReport(reading, nil, isTrial: dryRun) }
            if let derive {
                package = package.derived(version: derive, base: exchange.caseBase, at: FrameworkExchange.now)
            }
            return FrameworkImportReport(
                reading, try await exchange.take(package, isTrial: dryRun, isForced: force),
                isTrial: dryRun)
        }
        if json {
            CommandOutput.json { report.writeMembers(to: &$0) }
        } else {
            for line in report.lines { report.outcome == nil ? CommandOutput.message(line) : print(line) }
        }
        guard report.outcome != nil else { throw ExitCode(1) }
    }
}
