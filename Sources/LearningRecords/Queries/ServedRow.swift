internal import FoundationEssentials
internal import LibPQ
internal import XAPI

/// A statement as a row of the store, and as it is served.
struct ServedRow {
    typealias Columns = (Int64, UUID, Bool, JSONText, LibPQ.Timestamp, LibPQ.Timestamp?, JSONText, String, Bool)

    let key: Int64
    let stored: LibPQ.Timestamp
    let bytes: [UInt8]

    init(_ row: Columns) {
        key = row.0
        stored = row.4
        bytes = ServedStatement.splice(
            payload: row.3.bytes, id: row.2 ? nil : row.1, stored: row.4.microseconds, timestamp: row.5?.microseconds,
            authority: row.6.bytes, version: row.8 ? nil : row.7)
    }
}
