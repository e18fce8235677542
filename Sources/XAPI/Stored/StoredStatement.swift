public import struct FoundationEssentials.UUID

/// A statement as a record store served it: with the members that the store had set (xAPI 2.0 §4.2.3).
///
/// It is what moves a statement from one store to another: who vouched for it, and when it was stored, stay.
public struct StoredStatement: Sendable {
    /// The statement; where a store like this one served it, without the members that the store had added.
    public let statement: ParsedStatement
    /// Its id.
    public let id: UUID
    /// Its version.
    public let version: String
    /// When it was stored, in microseconds since 2000-01-01T00:00:00Z.
    public let stored: Int64
    /// Who vouched for it: an Agent; of an anonymous Group the application, which is its member with an account.
    public let authority: AgentIdentity
    /// The members of the authority, when it is a Group.
    public let authorityMembers: [AgentIdentity]
    /// The authority's JSON, byte for byte.
    public let authorityDocument: [UInt8]
}
