internal import LibPQ
internal import Schema

/// Content on its way into the store.
///
/// Whoever gives up must ``discard()`` it.
public struct AttachmentUpload: Sendable {
    private let store: AttachmentStore
    private var digest: ContentDigest
    private var buffer: [UInt8] = []
    private var key: Int64?
    private var position: Int32 = 0
    /// Bytes so far.
    public private(set) var length: Int64 = 0

    /// The digest of the bytes so far, of the kind by which the content is named.
    public var sha2: String { digest.sha2 }

    init(store: AttachmentStore, digest: ContentDigest) {
        self.store = store
        self.digest = digest
    }

    /// Takes a piece, and returns when there is room for the next.
    public mutating func append(_ bytes: [UInt8]) async throws {
        digest.update(bytes[...])
        length += Int64(bytes.count)
        var rest = bytes[...]
        while buffer.count + rest.count >= AttachmentStore.chunkBytes {
            let taken = rest.prefix(AttachmentStore.chunkBytes - buffer.count)
            buffer += taken
            rest = rest.dropFirst(taken.count)
            try await flush()
        }
        buffer += rest
    }

    /// Ends the content: afterwards it is durable, and kept once if it was there already.
    public mutating func finish() async throws -> ReceivedAttachment {
        let sha256 = digest.sha256
        // Small content that is known already costs one round trip.
        var known = key == nil ? try await settle(sha256) : nil
        if known == nil {
            if !buffer.isEmpty || key == nil { try await flush() }
            known = try await settle(sha256)
        }
        guard let known else {
            throw LearningRecordError.unavailable("the content of an attachment was removed while it came in")
        }
        if known != key { await discard() }
        return ReceivedAttachment(key: known, sha2: digest.sha2, length: length)
    }

    /// Gives up what has come in so far; what cannot be removed now is swept later.
    public func discard() async {
        guard let key else { return }
        // Not within the request's task, which may have been cancelled; it ends with its one statement.
        let pool = store.pool
        await Task {
            _ = try? await pool.withConnection { db in
                try await db.execute(Queries.learningRecordsDiscardAttachment(key))
            }
        }.value
    }

    private mutating func flush() async throws {
        let chunk = buffer
        buffer.removeAll(keepingCapacity: true)
        do {
            if let key {
                let query = Queries.learningRecordsAppendAttachmentChunk(key, position, chunk)
                let added = try await store.pool.withConnection { db in try await db.execute(query) }
                guard added == 1 else {
                    throw LearningRecordError.unavailable("the content of an attachment was removed while it came in")
                }
            } else {
                let query = Queries.learningRecordsBeginAttachment(chunk)
                key = try await store.pool.withConnection { db in try await db.one(query, as: Int64.self) }
            }
            position += 1
        } catch let error as PostgresError {
            throw error.asUnavailable
        }
    }

    /// Gives the content its digest, or finds what has it; nil when there is neither.
    private func settle(_ sha256: [UInt8]) async throws -> Int64? {
        let query = Queries.learningRecordsFinishAttachment(key, sha256, length)
        var attempt = 1
        while true {
            do {
                return try await store.pool.withConnection { db in try await db.first(query, as: Int64.self) }
            } catch let error as PostgresError where error.sqlState == .uniqueViolation && attempt < 5 {
                // Somebody else finished the same content in this moment; now it is known.
                attempt += 1
            } catch let error as PostgresError {
                throw error.asUnavailable
            }
        }
    }
}
