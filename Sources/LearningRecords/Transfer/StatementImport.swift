internal import LibPQ
internal import XAPI

/// An import of statements that another store has served, one to a line (NDJSON).
///
/// Lines are of the kinds that ``TransferLine`` tells. A line with a statement is one as `GET /xapi/statements` serves it,
/// with `id`, `stored`, `authority` and `version`: all of it stays. Imported statements therefore stand in the past, before
/// what a reader has already seen: one that polls with `since` does not meet them, readers of the outbox, such as awards,
/// do. Voiding statements void again, and signatures are checked again, as of when they were stored.
///
/// Each line stands for itself. What is stored already with the same content is counted and skipped, so an import may be
/// repeated. Data of attachments is taken before the statements that it belongs to; where an import goes on, it is read
/// again, for it may have been removed meanwhile.
///
/// ```swift
/// var importing = StatementImport(into: store, journal: journal)
/// for line in lines { try await importing.take(line) }
/// try await importing.finish()
/// ```
public struct StatementImport {
    /// The longest line that is taken.
    public static let maximumLineBytes = 16 << 20
    /// Lines that are stored at a time, and their bytes.
    private static let (batchLines, batchBytes) = (1000, 4 << 20)

    /// An import that was to stop at a fault, and did.
    public struct Stopped: Error, Sendable, Equatable {
        /// The line with the fault.
        public let line: Int
    }

    /// A line that has been read.
    enum Line {
        /// Nothing to store by itself: a blank line, or what belongs to a statement that follows.
        case prepared
        case faulty(ImportFault)
        case statement(IngestRequest)
    }

    /// What became of the lines so far, earlier attempts included.
    public internal(set) var counts: ImportCounts
    let store: StatementStore
    let binder: AttachmentBinder
    var attachments: AttachmentImport
    /// The bytes in which the statement of the next line was received, if they were told.
    var received: [UInt8]?
    private let journal: ImportJournal
    let stopsAtFault: Bool
    let report: (ImportFault) throws -> Void
    private let skipped: Int
    var seen = 0
    private var pending: [Line] = []
    private var pendingBytes = 0
    /// A moment until which a statement can have been stored.
    var now: LibPQ.Timestamp?

    /// Begins an import, or goes on with it: then the lines that are dealt with are skipped.
    ///
    /// - Parameters:
    ///   - binder: What ties statements to the data of their attachments.
    ///   - stopsAtFault: Whether to stop at the first line that cannot be taken.
    ///   - report: Is told of each line that cannot be taken, in their order.
    public init(
        into store: StatementStore, binder: AttachmentBinder, journal: ImportJournal, stopsAtFault: Bool = false,
        report: @escaping (ImportFault) throws -> Void = { _ in }
    ) {
        self.store = store
        self.binder = binder
        attachments = AttachmentImport(store: binder.store)
        self.journal = journal
        self.stopsAtFault = stopsAtFault
        self.report = report
        counts = journal.start
        skipped = journal.start.lines
    }

    /// Takes the next line.
    /// - Throws: ``Stopped``, and ``LearningRecordError/unavailable(_:)`` when the database is not there; then the import
    ///   can be gone on with.
    public mutating func take(_ bytes: [UInt8]) async throws {
        seen += 1
        let kind = TransferLine(bytes)
        guard seen > skipped else { return try await passOver(bytes, kind) }
        switch kind {
        case .attachment: pending.append(try await takeAttachment(bytes))
        case .received: pending.append(takeReceived(bytes))
        case .blank: pending.append(.prepared)
        case .statement:
            pending.append(try await takeStatement(bytes))
            pendingBytes += bytes.count
            // Only here, so that what belongs to a statement is never dealt with before it.
            if pending.count >= Self.batchLines || pendingBytes >= Self.batchBytes { try await storePending() }
        }
    }

    /// Stores what waits, and ends the import.
    /// - Throws: As ``take(_:)``.
    public mutating func finish() async throws {
        try await storePending()
        do { try await attachments.finish() } catch let rejection as StatementRejection {
            try note(ImportFault(line: seen, rejection: rejection))
        }
        try await journal.finish(counts)
    }

    private mutating func storePending() async throws {
        let lines = pending
        pending = []
        pendingBytes = 0
        guard !lines.isEmpty else { return }
        // Behind a line at which the import stops, nothing is stored.
        let isFaulty: (Line) -> Bool = { if case .faulty = $0 { true } else { false } }
        let end = stopsAtFault ? lines.firstIndex(where: isFaulty) ?? lines.count : lines.count
        let requests = lines[..<end].compactMap { line in
            if case .statement(let request) = line { request } else { nil }
        }
        let outcomes = await store.writer.store(each: requests)
        let failure: (any Error)?
        do {
            try settle(lines, outcomes)
            failure = nil
        } catch { failure = error }
        do { try await journal.move(to: counts) } catch { throw failure ?? error }
        if let failure { throw failure }
    }
}
