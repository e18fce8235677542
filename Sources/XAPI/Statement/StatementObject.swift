public import struct FoundationEssentials.UUID

/// What a statement is about.
public enum StatementObject: Sendable, Hashable {
    /// An Activity, by its IRI.
    case activity(iri: String)
    /// An Agent or Group.
    case agent(AgentIdentity)
    /// Another statement.
    case statementRef(UUID)
    /// A statement in the statement.
    case subStatement
}
