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

extension StatementPage {
    /// Adds the statement of a row, whose columns are those of ``ServedRow``.
    mutating func append(_ row: borrowing RowFields) throws(PostgresError) {
        let id = try row.value(2, as: Bool.self) ? nil : row.value(1, as: UUID.self)
        let stored = try row.value(4, as: LibPQ.Timestamp.self)
        let timestamp = try row.value(5, as: LibPQ.Timestamp?.self)
        let version = try row.value(8, as: Bool.self) ? nil : row.value(7, as: String.self)
        keys.append(try row.value(0))
        try row.withBytes(3, of: .json) { payload throws(PostgresError) in
            try row.withBytes(6, of: .json) { authority in
                statements.append { bytes in
                    ServedStatement.append(
                        payload: payload, id: id, stored: stored.microseconds, timestamp: timestamp?.microseconds,
                        authority: authority, version: version, to: &bytes)
                }
            }
        }
    }
}
