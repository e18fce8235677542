public import FoundationEssentials
public import LibPQ
public import XAPI

/// Which statements are asked for (xAPI 2.0 §4.1.3.3).
public struct StatementFilter: Sendable {
    /// Only with one of these Agents or identified Groups as actor or object, or as a member of a Group that is.
    ///
    /// As in the other lists, none means any.
    public var agents: [AgentIdentity] = []
    /// Whether the agents may stand anywhere in the statement.
    public var relatedAgents = false
    /// Only with one of these verbs.
    public var verbs: [String] = []
    /// Only with one of these activities as object.
    public var activities: [String] = []
    /// Whether the activities may stand anywhere in the statement.
    public var relatedActivities = false
    /// Only of one of these registrations.
    public var registrations: [UUID] = []
    /// Only with one of these ids.
    public var ids: [UUID] = []
    /// Only stored after this moment.
    public var since: LibPQ.Timestamp?
    /// Only stored at this moment or before.
    public var until: LibPQ.Timestamp?
    /// Only vouched for by this authority: `statements/read/mine`.
    public var authority: Authority?
    /// Whether those that were voided are found too.
    public var includesVoided = false
    /// How many to a page; 0 for the server's maximum.
    public var limit = 0
    /// Whether the oldest come first.
    public var ascending = false
    /// The place after which the page begins.
    public var cursor: StatementCursor?

    /// Asks for every statement.
    public init() {}
}
