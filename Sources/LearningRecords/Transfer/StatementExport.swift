internal import FoundationEssentials
internal import JSON
public import LibPQ
internal import Schema

/// The statements that a filter finds, as lines (NDJSON), oldest first, page by page.
///
/// Voided ones are among them, with the statements that void them; data of attachments stands before the first statement
/// that has it, and the bytes that a client had sent before the statement that is served otherwise: see ``TransferLine``.
/// No more than a page is held, and what is stored meanwhile changes nothing: the export ends at a moment that is over
/// when it begins. Line ends within a statement become spaces.
///
/// ```swift
/// var export = try await store.export(filter)
/// while let lines = try await export.next() { … }
/// ```
public struct StatementExport: Sendable {
    /// The moment at which the export ends: the next one's `since`.
    public let through: LibPQ.Timestamp
    /// How many statements were given so far.
    public private(set) var statements = 0
    /// How many contents of attachments were given so far.
    public private(set) var attachments = 0
    private let store: StatementStore
    private let content: AttachmentStore
    private let statementsOnly: Bool
    private var filter: StatementFilter
    private var isOver = false
    /// The page that is being given.
    private var page: StatementPage?
    /// Data that stands before the page's statements.
    private var waiting: [ServedAttachment] = []
    private var reader: (attachment: ServedAttachment, reader: AttachmentReader, offset: Int64)?
    /// The digests of what was given.
    private var given: Set<String> = []

    init(_ filter: StatementFilter, from store: StatementStore, through: LibPQ.Timestamp, statementsOnly: Bool) {
        self.through = through
        self.store = store
        self.statementsOnly = statementsOnly
        content = AttachmentStore(pool: store.pool)
        self.filter = filter
        self.filter.until = through
        self.filter.includesVoided = true
        self.filter.ascending = true
        self.filter.limit = StatementPage.maximumStatements
    }

    /// The next lines; nil after the last.
    public mutating func next() async throws -> [UInt8]? {
        if page == nil { try await turn() }
        if let piece = try await nextPiece() { return piece }
        guard let page else { return nil }
        self.page = nil
        let received = statementsOnly ? [:] : try await store.received(of: page.keys)
        statements += page.statements.count
        return Self.lines(page, received: received)
    }

    /// Reads the next page, unless there is none.
    private mutating func turn() async throws {
        guard !isOver else { return }
        let next = try await store.page(filter)
        filter.cursor = next.next
        isOver = next.next == nil
        guard !next.statements.isEmpty else { return }
        page = next
        guard !statementsOnly else { return }
        waiting = try await content.attachments(of: next.keys).filter { !given.contains($0.sha2) }.reversed()
    }

    /// The next piece of data that stands before the page.
    private mutating func nextPiece() async throws -> [UInt8]? {
        if reader == nil, let attachment = waiting.popLast() {
            given.insert(attachment.sha2)
            attachments += 1
            guard attachment.length > 0 else {
                return AttachmentPiece(sha2: attachment.sha2, length: 0, offset: 0, data: []).line()
            }
            reader = (attachment, content.reader(of: attachment), 0)
        }
        guard var current = reader, let data = try await current.reader.next() else { return nil }
        let piece = AttachmentPiece(
            sha2: current.attachment.sha2, length: current.attachment.length, offset: current.offset, data: data)
        current.offset += Int64(data.count)
        reader = piece.isLast ? nil : current
        return piece.line()
    }

    /// Statements as lines: in JSON, a line end stands between values only, and means as much as a space.
    private static func lines(_ page: StatementPage, received: [Int64: [UInt8]]) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(page.statements.reduce(0) { $0 + $1.count + 1 })
        for (key, statement) in zip(page.keys, page.statements) {
            if let bytes = received[key] {
                var writer = JSONWriter()
                writer.object { $0.member("received", string: String(decoding: bytes, as: UTF8.self)) }
                lines += writer.bytes + [UInt8(ascii: "\n")]
            }
            for byte in statement {
                let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                lines.append(isLineEnd ? UInt8(ascii: " ") : byte)
            }
            lines.append(UInt8(ascii: "\n"))
        }
        return lines
    }
}
