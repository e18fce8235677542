public import LibPQ
internal import Schema

/// The content of attachments: in and out in pieces, so that nobody ever holds a whole one.
///
/// Content is kept once, by its SHA-256. It comes in before the statement that it belongs to, each piece committed by
/// itself, so that no transaction waits for a client; it can be read only through statements, whose own transaction
/// links it (``IncomingStatement/attachments``). What no statement comes for is removed by ``AttachmentSweeper``.
public struct AttachmentStore: Sendable {
    /// Bytes of a piece: few round trips, and still small beside what a connection buffers.
    static let chunkBytes = 512 << 10

    let pool: ConnectionPool

    /// The attachments in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// Begins to take content in.
    ///
    /// - Parameter sha2: The hexadecimal digest by which it is named; its length says which kind of SHA-2 it is.
    public func upload(namedBy sha2: String) -> AttachmentUpload {
        AttachmentUpload(store: self, digest: ContentDigest(like: sha2))
    }

    /// The content that came with statements, each digest once, in the order in which they name it.
    public func attachments(of statements: [Int64]) async throws -> [ServedAttachment] {
        guard !statements.isEmpty else { return [] }
        let query = Queries.learningRecordsAttachmentsOfStatements(statements)
        let rows = try await pool.withConnection { db in
            try await db.rows(query, as: (String, String, Int64, Int64).self)
        }
        return rows.map { ServedAttachment(sha2: $0.0, contentType: $0.1, key: $0.2, length: $0.3) }
    }

    /// A reader of content; between its pieces it holds neither bytes nor a connection.
    public func reader(of attachment: ServedAttachment) -> AttachmentReader {
        AttachmentReader(pool: pool, key: attachment.key, length: attachment.length)
    }

    /// A reader of content that waits for its statement.
    func reader(of content: ReceivedAttachment) -> AttachmentReader {
        AttachmentReader(pool: pool, key: content.key, length: content.length)
    }
}

/// Reads content piece by piece.
public struct AttachmentReader: Sendable {
    private let pool: ConnectionPool
    private let key: Int64
    private var rest: Int64
    private var position: Int32 = 0

    init(pool: ConnectionPool, key: Int64, length: Int64) {
        self.pool = pool
        self.key = key
        rest = length
    }

    /// The next piece; nil after the last.
    public mutating func next() async throws -> [UInt8]? {
        guard rest > 0 else { return nil }
        let query = Queries.learningRecordsAttachmentChunk(key, position)
        let row = try await pool.withConnection { db in try await db.first(query, as: [UInt8].self) }
        guard let chunk = row, !chunk.isEmpty else {
            throw LearningRecordError.unavailable("the content of an attachment was removed while it was read")
        }
        rest -= Int64(chunk.count)
        position += 1
        return chunk
    }
}

/// Content that is kept for a statement.
public struct ServedAttachment: Sendable, Equatable {
    /// The digest by which the statement names it, in lower case.
    public let sha2: String
    /// Its media type, as the statement tells it.
    public let contentType: String
    let key: Int64
    /// Its length in bytes.
    public let length: Int64
}

/// Content that came in and waits for its statement.
public struct ReceivedAttachment: Sendable, Equatable {
    let key: Int64
    /// Its digest, of the kind by which it was named.
    public let sha2: String
    /// Its length in bytes.
    public let length: Int64
}
