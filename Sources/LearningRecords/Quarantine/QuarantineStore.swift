public import FoundationEssentials
public import LibPQ
internal import Schema
internal import XAPI

/// The quarantine: requests of trusted keys whose statements were refused as invalid.
///
/// A refused request stores no statement, as the specification demands; nothing of it is lost either.
public struct QuarantineStore: Sendable {
    let pool: ConnectionPool
    let statements: StatementStore
    let binder: AttachmentBinder
    /// How much of a key is kept.
    public let limits: QuarantineLimits

    /// The quarantine in the database of a pool.
    ///
    /// - Parameters:
    ///   - statements: Where resubmitted statements go.
    ///   - binder: What ties them to the data of their attachments.
    public init(
        pool: ConnectionPool, statements: StatementStore, binder: AttachmentBinder,
        limits: QuarantineLimits = QuarantineLimits()
    ) {
        self.pool = pool
        self.statements = statements
        self.binder = binder
        self.limits = limits
    }

    /// Keeps a refused request, and gives the id under which it is kept.
    ///
    /// - Returns: Nil when the key has no room left: what is there stays.
    public func keep(_ request: RefusedRequest, key: UUID, authority: Authority) async throws -> UUID? {
        let (received, isBatch) = request.statements
        let query = Queries.learningRecordsKeepInQuarantine(
            key, JSONText(authority.document), request.version.rawValue, request.targetID, isBatch,
            request.byteCount, request.digest, JSONText(request.violations), limits.requests,
            limits.bytes, received, received.indices.map { JSONText(request.violations(at: $0)) },
            "key:" + key.uuidString.lowercased(), request.contents.map(\.key), request.contents.map(\.sha2))
        return try await pool.withConnection { db in
            try await db.pipeline { pipeline in
                pipeline.execute(Queries.learningRecordsLockQuarantine(key))
                return pipeline.rows(query, as: UUID.self)
            }.get().first
        }
    }

    /// Requests in quarantine, the oldest first.
    ///
    /// - Parameter key: Only those of this key; of every key when it is nil.
    public func entries(of key: UUID?, after cursor: QuarantineCursor? = nil, limit: Int) async throws
        -> [QuarantineEntry]
    {
        let query = Queries.learningRecordsQuarantineEntries(
            key, UUID?.none, cursor.map { LibPQ.Timestamp(microseconds: $0.received) }, cursor?.id, limit)
        return try await pool.withConnection { db in
            try await db.rows(query, as: QuarantineEntry.Columns.self)
        }.map(QuarantineEntry.init)
    }

    /// A request in quarantine.
    /// - Throws: ``QuarantineError/unknown(_:)``, also when it is of another key.
    public func entry(_ id: UUID, of key: UUID?) async throws -> QuarantineEntry {
        let query = Queries.learningRecordsQuarantineEntries(key, id, LibPQ.Timestamp?.none, UUID?.none, 1)
        let row = try await pool.withConnection { db in
            try await db.first(query, as: QuarantineEntry.Columns.self)
        }
        guard let row else { throw QuarantineError.unknown(id) }
        return QuarantineEntry(row)
    }

    /// The statements of a request, in their order.
    public func statements(of entry: QuarantineEntry) async throws -> [QuarantinedStatement] {
        try await pool.withConnection { db in
            try await db.rows(
                Queries.learningRecordsQuarantinedStatements(entry.id), as: ([UInt8], JSONText).self)
        }.map { QuarantinedStatement(received: $0.0, violations: $0.1.bytes) }
    }

    /// The data of attachments that came with a request.
    public func attachments(of entry: QuarantineEntry) async throws -> [ReceivedAttachment] {
        try await pool.withConnection { db in
            try await db.rows(
                Queries.learningRecordsQuarantinedAttachments(entry.id), as: (Int64, String, Int64).self)
        }.map { ReceivedAttachment(key: $0.0, sha2: $0.1, length: $0.2) }
    }

    /// Throws a request away.
    /// - Throws: ``QuarantineError/unknown(_:)``, also when it is of another key.
    public func discard(_ id: UUID, of key: UUID?, actor: String) async throws {
        try await release(id, of: key, actor: actor, action: "quarantine.discard", detail: Array("{}".utf8))
    }

    func release(_ id: UUID, of key: UUID?, actor: String, action: String, detail: [UInt8]) async throws {
        let query = Queries.learningRecordsReleaseFromQuarantine(id, key, actor, action, JSONText(detail))
        let gone = try await pool.withConnection { db in try await db.first(query, as: UUID.self) }
        guard gone != nil else { throw QuarantineError.unknown(id) }
    }
}

/// Why something could not be done with the quarantine.
public enum QuarantineError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no such request in it.
    case unknown(UUID)

    /// The error in words.
    public var description: String {
        switch self {
        case .unknown(let id): "id: no request \(id.uuidString.lowercased()) is in quarantine."
        }
    }
}
