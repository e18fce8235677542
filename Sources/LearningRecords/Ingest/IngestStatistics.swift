/// What the writer has done since it began.
public struct IngestStatistics: Sendable, Equatable {
    /// Requests that were stored.
    public var requests = 0
    /// Statements of those requests.
    public var statements = 0
    /// Transactions that stored them.
    public var batches = 0
    /// Requests refused because a statement's id exists with other content.
    public var conflicts = 0
    /// Requests turned away because too much was waiting.
    public var turnedAway = 0
    /// Requests that failed for want of a database.
    public var failed = 0
    /// Requests waiting now.
    public var waitingRequests = 0
    /// Bytes of payload waiting now.
    public var waitingBytes = 0
}
