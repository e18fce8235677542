/// How much of a key's refused statements is kept.
public struct QuarantineLimits: Sendable {
    /// Refused requests of a key.
    public var requests: Int
    /// Bytes of their statements and attachments.
    public var bytes: Int

    /// Sets the limits.
    public init(requests: Int = 1000, bytes: Int = 64 << 20) {
        self.requests = requests
        self.bytes = bytes
    }
}
