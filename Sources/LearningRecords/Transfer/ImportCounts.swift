public import JSON

/// How far an import has come, and what became of its lines.
public struct ImportCounts: Sendable, Equatable {
    /// Lines that are dealt with, from the first.
    public var lines = 0
    /// Statements that were stored.
    public var stored = 0
    /// Statements that were there already, with the same content.
    public var alreadyStored = 0
    /// Lines whose id is that of a statement which says something else.
    public var conflicts = 0
    /// Lines that are no valid statement, and no data of an attachment.
    public var refused = 0
    /// Contents of attachments that came along, those that an earlier attempt had read already among them.
    public var attachments = 0

    /// An import that has not begun.
    public init() {}

    /// Whether every line is in the store.
    public var isComplete: Bool { conflicts == 0 && refused == 0 }

    /// Writes the counts as members.
    public func writeMembers(to writer: inout JSONWriter) {
        writer.member("lines", number: lines)
        writer.member("stored", number: stored)
        writer.member("alreadyStored", number: alreadyStored)
        writer.member("conflicts", number: conflicts)
        writer.member("refused", number: refused)
        writer.member("attachments", number: attachments)
    }
}
