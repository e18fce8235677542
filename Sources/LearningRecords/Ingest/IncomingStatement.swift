internal import Crypto
public import FoundationEssentials
public import XAPI

/// A valid statement on its way into the store: with an id, and the fingerprint of what may not change.
public struct IncomingStatement: Sendable {
    /// The statement's id: the one sent, or a new one.
    public let id: UUID
    /// The statement.
    public let statement: ParsedStatement
    /// The version it is stored under.
    public let version: String
    /// The first 128 bits of the SHA-256 of its immutable part, without the timestamp, which has a column.
    let fingerprint: UUID

    /// Prepares a statement; work that is done outside the writer, on the request's own task.
    ///
    /// - Parameter id: The id from the request's URL, when the body has none.
    public init(_ statement: ParsedStatement, id: UUID? = nil, version: XAPIVersion) throws {
        self.statement = statement
        self.id = statement.id ?? id ?? UUID()
        self.version = statement.version ?? version.assumedStatementVersion
        self.fingerprint = try Self.fingerprint(of: ImmutabilityForm(payload: statement.payload).bytesWithoutTimestamp)
    }

    /// Prepares a statement that another store has served, under its own id and version.
    init(_ stored: StoredStatement) throws {
        self.statement = stored.statement
        self.id = stored.id
        self.version = stored.version
        self.fingerprint = try Self.fingerprint(of: ImmutabilityForm(payload: statement.payload).bytesWithoutTimestamp)
    }

    /// Whether its object is another statement.
    var refers: Bool {
        if case .statementRef = statement.object { true } else { false }
    }

    private static func fingerprint(of bytes: [UInt8]) -> UUID {
        let digest = Array(SHA256.hash(data: bytes))
        return UUID(
            uuid: (
                digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6], digest[7],
                digest[8], digest[9], digest[10], digest[11], digest[12], digest[13], digest[14], digest[15]
            ))
    }
}
