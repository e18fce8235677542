import ArgumentParser
import Gzip
import JSON
import LearningRecords
import LibPQ
import XAPI

/// `tessera statements export`.
struct StatementsExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write statements as lines of JSON (NDJSON), oldest first.",
        discussion: """
            Each line is a statement as it is served, with id, stored, authority and version; voided ones are among \
            them, with the statements that void them. Data of attachments comes before the first statement that has it, \
            on lines {"attachment":{"sha2","length","offset","data"}} in Base64; what a client had sent, where it is \
            not served byte for byte, on a line {"received"} before its statement. What the command tells as "through" \
            is the --since of the next export.
            """)

    @Option(help: "Only statements stored after this moment, such as 2026-01-31T12:00:00Z.")
    var since: String?

    @Option(help: "Only statements stored at this moment or before.")
    var until: String?

    @Option(help: "The file to write; - for standard output.")
    var output = "-"

    @Flag(help: "Leave out data of attachments, and what clients had sent.")
    var statementsOnly = false

    @Flag(help: "Compress with gzip.")
    var gzip = false

    @Flag(help: "Print the outcome as one JSON object; to standard error, when the statements go to standard output.")
    var json = false

    @OptionGroup var options: SettingsOptions

    /// What was written.
    private struct Outcome {
        var statements = 0
        var attachments = 0
        var through = ""
    }

    func run() async throws {
        var filter = StatementFilter()
        filter.since = try Self.moment(since, "--since")
        filter.until = try Self.moment(until, "--until")
        let settings = try options.settings()
        let outcome = try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) {
            [filter] database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await export(filter, from: StatementStore(pool: pool))
            }
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("statements", number: outcome.statements)
            writer.member("attachments", number: outcome.attachments)
            writer.member("through", string: outcome.through)
        }
        let text =
            json
            ? String(decoding: writer.bytes, as: UTF8.self)
            : "\(outcome.statements) statements and \(outcome.attachments) attachments, stored through \(outcome.through)."
        if json, output != "-" { print(text) } else { CommandOutput.message(text) }
    }

    private func export(_ filter: StatementFilter, from store: StatementStore) async throws -> Outcome {
        var outcome = Outcome()
        try await OutputFile.with(output) { file in
            let compressor = gzip ? try GzipCompressor() : nil
            var export = try await store.export(filter, statementsOnly: statementsOnly)
            while let lines = try await export.next() {
                try await file.write(compressor?.compress(lines) ?? lines)
            }
            if let compressor { try await file.write(compressor.finish()) }
            outcome = Outcome(
                statements: export.statements, attachments: export.attachments,
                through: XAPI.Timestamp.text(export.through.microseconds))
        }
        try await store.noteExport(filter, to: output, actor: CommandOutput.operatorName)
        return outcome
    }

    private static func moment(_ text: String?, _ name: String) throws -> LibPQ.Timestamp? {
        guard let text else { return nil }
        guard let microseconds = XAPI.Timestamp.parse(query: text) else {
            throw ValidationError("\(name): \"\(text)\" is no ISO 8601 timestamp such as 2026-01-31T12:00:00Z.")
        }
        return LibPQ.Timestamp(microseconds: microseconds)
    }
}
