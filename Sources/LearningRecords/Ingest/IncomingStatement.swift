internal import Crypto
public import FoundationEssentials
internal import JSON
public import XAPI

/// A valid statement on its way into the store: with an id, and the fingerprint of what may not change.
public struct IncomingStatement: Sendable {
    /// What never changes, by reference: it has dozens of parts, and is passed from hand to hand.
    private final class Content: Sendable {
        let id: UUID
        let statement: ParsedStatement
        let version: String
        let fingerprint: UUID
        let profileFindings: ProfileFindings?

        init(_ statement: ParsedStatement, id: UUID, version: String) throws {
            self.statement = statement.withoutSource
            self.id = id
            self.version = version
            let payload = try statement.payloadValue()
            fingerprint = IncomingStatement.fingerprint(of: ImmutabilityForm.bytesWithoutTimestamp(of: payload))
            let concernsProfile = ProfileFindings.areWanted(for: statement.scheme)
            profileFindings = concernsProfile ? ProfileFindings(statement, payload: payload) : nil
        }
    }

    private let content: Content
    /// Those of its attachments whose content came along.
    var attachments: [AttachedContent] = []
    /// What became of its signatures.
    var signatures: [CheckedSignature] = []

    /// The statement's id: the one sent, or a new one.
    public var id: UUID { content.id }
    /// The statement.
    public var statement: ParsedStatement { content.statement }
    /// The version it is stored under.
    public var version: String { content.version }
    /// The first 128 bits of the SHA-256 of its immutable part, without the timestamp, which has a column.
    var fingerprint: UUID { content.fingerprint }
    /// What the scheme's profile makes of it, when it says by itself that it has to do with it.
    var profileFindings: ProfileFindings? { content.profileFindings }

    /// Prepares a statement; work that is done outside the writer, on the request's own task.
    ///
    /// - Parameter id: The id from the request's URL, when the body has none.
    public init(_ statement: ParsedStatement, id: UUID? = nil, version: XAPIVersion) throws {
        try self.init(
            statement, id: statement.id ?? id ?? UUID(), version: statement.version ?? version.assumedStatementVersion)
    }

    /// Prepares a statement that another store has served, under its own id and version.
    init(_ stored: StoredStatement) throws {
        try self.init(stored.statement, id: stored.id, version: stored.version)
    }

    private init(_ statement: ParsedStatement, id: UUID, version: String) throws {
        content = try Content(statement, id: id, version: version)
    }

    /// Whether its object is another statement.
    var refers: Bool {
        if case .statementRef = statement.object { true } else { false }
    }

    private static func fingerprint(of bytes: [UInt8]) -> UUID {
        // Safe, because the digest has 32 bytes, and the bytes outlive the call that hashes them.
        var hash = SHA256()
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return unsafe hash.finalize().withUnsafeBytes { digest in
            UUID(uuid: unsafe digest.loadUnaligned(as: uuid_t.self))
        }
    }
}
