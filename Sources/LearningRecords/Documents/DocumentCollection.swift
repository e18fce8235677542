public import FoundationEssentials
public import XAPI

/// What documents are kept for; within it, each has an id (xAPI 2.0 §4.1.5).
public enum DocumentCollection: Sendable, Hashable {
    /// State of an agent in an activity.
    ///
    /// Without a registration it is a context of its own, which does not take in those with one.
    case state(activity: String, agent: AgentIdentity, registration: UUID?)
    /// The profile of an agent.
    case agentProfile(AgentIdentity)
    /// The profile of an activity, by its IRI.
    case activityProfile(String)
}

/// Names one document.
public struct DocumentKey: Sendable, Hashable {
    /// The longest id in bytes of UTF-8, so that an index can hold it.
    public static let maximumIdentifierBytes = 1000

    /// What the document is kept for.
    public let collection: DocumentCollection
    /// The document's id in it.
    public let id: String

    /// Names a document.
    public init(_ collection: DocumentCollection, id: String) {
        self.collection = collection
        self.id = id
    }
}
