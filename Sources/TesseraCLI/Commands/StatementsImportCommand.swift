import ArgumentParser
import JSON
import LearningRecords
import LibPQ
import Operations
import Signatures

/// `tessera statements import`.
struct StatementsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read statements from lines of JSON (NDJSON), plain or gzip.",
        discussion: """
            Each line is a statement as a record store serves it, as "tessera statements export" writes it: its time \
            of storing and its authority stay. What is stored already with the same content is skipped, so an import \
            can be repeated; one of a file that broke off goes on where it was. Data of attachments comes on lines of \
            its own, before the statements that have it. Imported statements stand in the past: a reader that polls \
            with since does not meet them; awards do.

            Ends with 1 when a line could not be taken.
            """)

    @Argument(help: "The file; - for standard input.")
    var file: String

    @Flag(help: "Stop at the first line that cannot be taken, instead of going on.")
    var stopAtFault = false

    @Flag(help: "Begin with the first line, also when an earlier import of the file broke off.")
    var fromStart = false

    @Option(help: "A file to add the faults to, one JSON object to a line; otherwise they go to standard error.")
    var report: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.settings()
        let signatures = SignatureVerifier(trusting: try settings.trustedKeys())
        let faults = try FaultReport(path: report)
        let outcome = try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) {
            database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await InputFile.with(file) { input in
                    try await ImportRun(
                        pool: pool, signatures: signatures, name: file, input: input, faults: faults,
                        stopsAtFault: stopAtFault,
                        startsOver: fromStart, showsProgress: !json
                    ).run()
                }
            }
        }
        let counts = outcome.counts
        if json {
            CommandOutput.json { writer in
                counts.writeMembers(to: &writer)
                if let line = outcome.stoppedAt { writer.member("stoppedAt", number: line) }
            }
        } else {
            print(
                "\(counts.lines) lines: \(counts.stored) stored, \(counts.alreadyStored) already stored, "
                    + "\(counts.conflicts) in conflict, \(counts.refused) refused; \(counts.attachments) attachments.")
            if let line = outcome.stoppedAt { CommandOutput.message("Stopped at line \(line); run it again to go on.") }
        }
        guard counts.isComplete, outcome.stoppedAt == nil else { throw ExitCode(1) }
    }
}
