public import FoundationEssentials
public import LibPQ
internal import XAPI

/// A row of the store as the statement that is served.
public struct ServedRow: Sendable {
    /// The columns that a query must give: key, id, whether it was sent, payload, time of storing, the timestamp if the
    /// store set it, authority, version, whether it was sent.
    public typealias Columns = (
        Int64, UUID, Bool, JSONText, LibPQ.Timestamp, LibPQ.Timestamp?, JSONText, String, Bool
    )

    /// The statement's key.
    public let key: Int64
    /// The statement's id.
    public let id: UUID
    /// When it was stored.
    public let stored: LibPQ.Timestamp
    /// The bytes received, with what the store adds before the closing brace.
    public let bytes: [UInt8]

    /// Reads a row.
    public init(_ row: Columns) {
        key = row.0
        id = row.1
        stored = row.4
        bytes = ServedStatement.splice(
            payload: row.3.bytes, id: row.2 ? nil : row.1, stored: row.4.microseconds, timestamp: row.5?.microseconds,
            authority: row.6.bytes, version: row.8 ? nil : row.7)
    }
}
