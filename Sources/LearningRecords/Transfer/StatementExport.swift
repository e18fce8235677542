public import LibPQ

/// The statements that a filter finds, as lines (NDJSON), oldest first, page by page.
///
/// Voided ones are among them, with the statements that void them. No more than a page is held, and what is stored
/// meanwhile changes nothing: the export ends at a moment that is over when it begins. Line ends within a statement become
/// spaces.
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
    private let store: StatementStore
    private var filter: StatementFilter
    private var isOver = false

    init(_ filter: StatementFilter, from store: StatementStore, through: LibPQ.Timestamp) {
        self.through = through
        self.store = store
        self.filter = filter
        self.filter.until = through
        self.filter.includesVoided = true
        self.filter.ascending = true
        self.filter.limit = StatementPage.maximumStatements
    }

    /// The lines of the next page; nil after the last.
    public mutating func next() async throws -> [UInt8]? {
        guard !isOver else { return nil }
        let page = try await store.page(filter)
        filter.cursor = page.next
        isOver = page.next == nil
        statements += page.statements.count
        return page.statements.isEmpty ? nil : Self.lines(page.statements)
    }

    /// Statements as lines: in JSON, a line end stands between values only, and means as much as a space.
    private static func lines(_ statements: [[UInt8]]) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(statements.reduce(0) { $0 + $1.count + 1 })
        for statement in statements {
            for byte in statement {
                let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                lines.append(isLineEnd ? UInt8(ascii: " ") : byte)
            }
            lines.append(UInt8(ascii: "\n"))
        }
        return lines
    }
}
