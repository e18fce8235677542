public import LibPQ

/// A statement as the store serves it.
public struct StoredStatement: Sendable {
    /// The bytes received, with what the store adds before the closing brace.
    public let bytes: [UInt8]
    /// When it was stored.
    public let stored: LibPQ.Timestamp
}
