/// A page of statements.
public struct StatementPage: Sendable {
    /// The most statements of one page.
    public static let maximumStatements = 500

    /// The statements as they are served, in order.
    public internal(set) var statements = ServedStatements()
    /// The statements' keys, in the same order.
    public internal(set) var keys: [Int64] = []
    /// Where the next page begins; nil when this one is the last.
    public internal(set) var next: StatementCursor?

    /// A page without statements yet, and how many there may be.
    init(expecting count: Int) {
        statements = ServedStatements(expecting: count)
        keys.reserveCapacity(count)
    }
}
