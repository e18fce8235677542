/// A place in the order of statements: after it, the next page begins.
///
/// It is the key of the last statement of a page, so a `more` link stays valid for ever and needs no server's memory.
public struct StatementCursor: Sendable, Hashable {
    let key: Int64

    init(key: Int64) {
        self.key = key
    }

    /// The place that a link names.
    public init?(text: String) {
        guard let key = Int64(text, radix: 36), key > 0 else { return nil }
        self.key = key
    }

    /// The place as a link names it.
    public var text: String { String(key, radix: 36) }
}
