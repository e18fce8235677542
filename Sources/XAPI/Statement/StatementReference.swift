public import struct FoundationEssentials.UUID

/// A statement another one refers to, and where.
public struct StatementReference: Sendable, Hashable {
    /// Where a reference stands; the raw values are the storage's names.
    public enum Role: String, Sendable, CaseIterable {
        /// The statement's object.
        case object
        /// `context.statement`.
        case context
        /// The object of the sub-statement.
        case subObject = "subobject"
        /// `context.statement` of the sub-statement.
        case subContext = "subcontext"
    }

    /// The id of the statement that is referred to.
    public let id: UUID
    /// Where the reference stands.
    public let role: Role

    /// A reference.
    public init(id: UUID, role: Role) {
        self.id = id
        self.role = role
    }
}
