public import FoundationEssentials
public import LibPQ
public import XAPI

/// A request whose statements were refused as invalid, and are kept.
public struct QuarantineEntry: Sendable {
    /// Names it.
    public let id: UUID
    /// The key that sent it.
    public let keyID: UUID
    /// That key's name.
    public let keyName: String
    /// When it was refused.
    public let received: LibPQ.Timestamp
    /// The version by whose rules it was refused.
    public let version: XAPIVersion
    /// The id in the URL of a PUT; nil for a POST.
    public let targetID: UUID?
    /// Whether the body was an array.
    public let isBatch: Bool
    /// Bytes of its statements and attachments.
    public let byteCount: Int
    /// How many statements it has.
    public let statementCount: Int
    /// Every fault, as a JSON array.
    public let violations: [UInt8]
    /// The authority of its statements.
    let authority: [UInt8]
    /// Whether its key may define activities.
    let definesActivities: Bool

    /// The columns of `quarantine_entries`.
    typealias Columns = (
        UUID, UUID, String, JSONText, LibPQ.Timestamp, String, UUID?, Bool, Int, Int, JSONText, Bool
    )

    init(_ row: Columns) {
        id = row.0
        keyID = row.1
        keyName = row.2
        authority = row.3.bytes
        received = row.4
        version = XAPIVersion(rawValue: row.5) ?? .v2_0
        targetID = row.6
        isBatch = row.7
        byteCount = row.8
        statementCount = row.9
        violations = row.10.bytes
        definesActivities = row.11
    }
}

/// A statement of a refused request.
public struct QuarantinedStatement: Sendable {
    /// The bytes as received.
    public let received: [UInt8]
    /// Its own faults as a JSON array; empty for a valid neighbour of faulty ones.
    public let violations: [UInt8]
}
