import Crypto
import Gzip
import LearningRecords
import LibPQ
import Signatures

/// One run of an import: a file through its decompression and its lines into the store.
struct ImportRun {
    /// What the run came to.
    struct Outcome: Sendable {
        let counts: ImportCounts
        /// The line at which it stopped, as it was asked to.
        let stoppedAt: Int?
    }

    let pool: ConnectionPool
    let signatures: SignatureVerifier
    let name: String
    let input: InputFile
    let faults: FaultReport
    let stopsAtFault: Bool
    let startsOver: Bool
    let showsProgress: Bool

    func run() async throws -> Outcome {
        var importing = StatementImport(
            into: StatementStore(pool: pool),
            binder: AttachmentBinder(store: AttachmentStore(pool: pool), verifier: signatures),
            journal: try await journal(), stopsAtFault: stopsAtFault
        ) { try faults.note($0) }
        do {
            try await read { try await importing.take($0) }
            try await importing.finish()
            return Outcome(counts: importing.counts, stoppedAt: nil)
        } catch let stop as StatementImport.Stopped {
            return Outcome(counts: importing.counts, stoppedAt: stop.line)
        }
    }

    /// What is remembered of the import; of one from a pipe, nothing: it cannot be read again.
    private func journal() async throws -> ImportJournal {
        let actor = CommandOutput.operatorName
        guard input.isSeekable else { return ImportJournal(pool: pool, source: name, actor: actor) }
        var hash = SHA256()
        while let piece = try await input.next() { hash.update(data: piece) }
        try input.rewind()
        let journal = try await ImportJournal(
            pool: pool, source: name, digest: Array(hash.finalize()), startsOver: startsOver, actor: actor)
        if journal.start.lines > 0 {
            CommandOutput.message("Going on after line \(journal.start.lines), where an earlier import broke off.")
        }
        return journal
    }

    private func read(_ take: ([UInt8]) async throws -> Void) async throws {
        var progress = ProgressBar(
            title: "Importing (KB)", total: input.byteCount / 1024, isShown: showsProgress && input.byteCount > 0)
        var splitter = LineSplitter()
        var expander: GzipExpander?
        var start: [UInt8] = []
        while var piece = try await input.next() {
            progress.advance(by: piece.count / 1024)
            if start.count < 2 {
                // A pipe may give a single byte; two tell whether it is gzip.
                start += piece
                guard start.count >= 2 else { continue }
                piece = start
                if GzipExpander.isGzip(start) { expander = try GzipExpander() }
            }
            if let expander {
                try await expander.expand(piece) { try await splitter.split($0, take) }
            } else {
                try await splitter.split(piece, take)
            }
        }
        if start.count == 1 { try await splitter.split(start, take) }
        try expander?.finish()
        try await splitter.finish(take)
        progress.finish()
    }
}
