internal import FoundationEssentials
internal import LibPQ
internal import XAPI

/// An import of statements that another store has served, one to a line (NDJSON).
///
/// A line is a statement as `GET /xapi/statements` serves it, with `id`, `stored`, `authority` and `version`: all of it
/// stays. Imported statements therefore stand in the past, before what a reader has already seen: one that polls with
/// `since` does not meet them, readers of the outbox, such as awards, do. Voiding statements void again.
///
/// Each line stands for itself. What is stored already with the same content is counted and skipped, so an import may be
/// repeated. Data of attachments are no part of the format yet; they would be lines of their own, objects with the one
/// member `attachment`, which no statement has.
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
        case blank
        case faulty(ImportFault)
        case statement(IngestRequest)
    }

    /// What became of the lines so far, earlier attempts included.
    public internal(set) var counts: ImportCounts
    private let store: StatementStore
    private let journal: ImportJournal
    let stopsAtFault: Bool
    let report: (ImportFault) throws -> Void
    private let skipped: Int
    private var seen = 0
    private var pending: [Line] = []
    private var pendingBytes = 0
    /// A moment until which a statement can have been stored.
    private var now: LibPQ.Timestamp?

    /// Begins an import, or goes on with it: then the lines that are dealt with are skipped.
    ///
    /// - Parameters:
    ///   - stopsAtFault: Whether to stop at the first line that cannot be taken.
    ///   - report: Is told of each line that cannot be taken, in their order.
    public init(
        into store: StatementStore, journal: ImportJournal, stopsAtFault: Bool = false,
        report: @escaping (ImportFault) throws -> Void = { _ in }
    ) {
        self.store = store
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
        guard seen > skipped else { return }
        pending.append(try await read(bytes))
        pendingBytes += bytes.count
        if pending.count >= Self.batchLines || pendingBytes >= Self.batchBytes { try await storePending() }
    }

    /// Stores what waits, and ends the import.
    /// - Throws: As ``take(_:)``.
    public mutating func finish() async throws {
        try await storePending()
        try await journal.finish(counts)
    }

    private mutating func read(_ bytes: [UInt8]) async throws -> Line {
        guard bytes.contains(where: { $0 > 0x20 }) else { return .blank }
        guard bytes.count <= Self.maximumLineBytes else {
            return .faulty(
                ImportFault(
                    line: seen, pointer: "", rule: "line-length",
                    reason: "The line has more than \(Self.maximumLineBytes) bytes."))
        }
        let statement: StoredStatement
        do { statement = try StoredStatement.parse(bytes: bytes) } catch {
            return .faulty(ImportFault(line: seen, rejection: error))
        }
        let stored = LibPQ.Timestamp(microseconds: statement.stored)
        guard try await canHaveBeenStored(at: stored) else {
            return .faulty(
                ImportFault(
                    line: seen, id: statement.id, pointer: "/stored", rule: "stored-time",
                    reason: "A statement was stored after 2000-01-01T00:00:00Z and before now."))
        }
        return .statement(
            IngestRequest(
                statements: [try IncomingStatement(statement)], authority: Authority(of: statement), stored: stored))
    }

    /// Whether a time is one that ``StatementCursor`` can tell and that is over.
    private mutating func canHaveBeenStored(at stored: LibPQ.Timestamp) async throws -> Bool {
        guard stored.microseconds >= 1000 else { return false }
        if let now, stored.microseconds <= now.microseconds { return true }
        let moment = try await store.consistentThrough()
        now = moment
        return stored.microseconds <= moment.microseconds
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
