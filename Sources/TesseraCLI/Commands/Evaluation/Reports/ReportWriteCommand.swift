import ArgumentParser
import Evaluation
import JSON

/// `tessera report write`.
struct ReportWriteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Write the text of a section of a draft; what was written before is kept.")

    @OptionGroup var subject: ReportSubjectArguments

    @Argument(help: "The report's number.")
    var number: Int64

    @Argument(help: "The section's number in the outline.")
    var section: Int64

    @Argument(help: "The text; empty lines set paragraphs apart.")
    var text: String

    @Option(help: "Language of the text.")
    var language = "en"

    @Option(help: "Whom the report names as the author.")
    var author: String?

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("text", string: text)
            writer.member("language", string: language)
            writer.member("author", stringIfPresent: author)
        }
        let (about, number, section, definition) = (subject.subject, number, section, writer.bytes)
        try await ReportCommand.with(options) { reports in
            try await reports.write(definition, in: section, of: number, about, by: CommandOutput.operatorName)
        }
    }
}

/// `tessera report finish`.
struct ReportFinishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finish", abstract: "Declare a report final, after which its texts do not change.")

    @OptionGroup var subject: ReportSubjectArguments

    @Argument(help: "The report's number.")
    var number: Int64

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (about, number) = (subject.subject, number)
        try await ReportCommand.with(options) { reports in
            try await reports.finish(number, of: about, by: CommandOutput.operatorName)
        }
    }
}
