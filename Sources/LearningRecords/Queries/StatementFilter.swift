public import FoundationEssentials
public import LibPQ
public import XAPI

/// Which statements are asked for (xAPI 2.0 §4.1.3.3).
public struct StatementFilter: Sendable {
    /// Only with this Agent or identified Group as actor or object, or as a member of a Group that is.
    public var agent: AgentIdentity?
    /// Whether `agent` may stand anywhere in the statement.
    public var relatedAgents = false
    /// Only with this verb.
    public var verb: String?
    /// Only with this activity as object.
    public var activity: String?
    /// Whether `activity` may stand anywhere in the statement.
    public var relatedActivities = false
    /// Only of this registration.
    public var registration: UUID?
    /// Only stored after this moment.
    public var since: LibPQ.Timestamp?
    /// Only stored at this moment or before.
    public var until: LibPQ.Timestamp?
    /// Only vouched for by this authority: `statements/read/mine`.
    public var authority: AgentIdentity?
    /// How many to a page; 0 for the server's maximum.
    public var limit = 0
    /// Whether the oldest come first.
    public var ascending = false
    /// The place after which the page begins.
    public var cursor: StatementCursor?

    /// Asks for every statement.
    public init() {}
}
