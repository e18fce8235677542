public import FoundationEssentials
public import LibPQ
internal import Schema
public import XAPI

/// The documents that platforms keep beside statements: state, and profiles of agents and activities.
///
/// What is there and what replaces it are compared and set in one SQL statement, so no writer ever overwrites what it
/// has not seen.
public struct DocumentStore: Sendable {
    let pool: ConnectionPool

    /// The documents in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// A document; nil when there is none.
    public func document(_ key: DocumentKey) async throws -> Document? {
        let row = try await pool.withConnection { db in
            try await db.first(key.find, as: ([UInt8], String, String, LibPQ.Timestamp).self)
        }
        return row.map {
            Document(content: DocumentContent(bytes: $0.0, mediaType: $0.1), tag: $0.2, updatedAt: $0.3)
        }
    }

    /// The documents of a collection.
    ///
    /// - Parameter since: Only what was stored after this moment.
    public func list(_ collection: DocumentCollection, since: LibPQ.Timestamp? = nil) async throws -> DocumentList {
        let rows = try await pool.withConnection { db in
            try await db.rows(collection.ids(since: since), as: (String, LibPQ.Timestamp).self)
        }
        return DocumentList(rows)
    }

    /// Stores a document in place of whatever is there, if the condition holds.
    public func put(
        _ content: DocumentContent, at key: DocumentKey, if condition: DocumentCondition = .none
    ) async throws -> DocumentOutcome {
        let keys = try await dictionaryKeys(of: key.collection)
        return try await put(content, at: key, keys: keys, if: condition)
    }

    /// Deletes a document, if the condition holds; that there is none is no failure.
    ///
    /// - Returns: Whether the condition held.
    public func delete(_ key: DocumentKey, if condition: DocumentCondition = .none) async throws -> Bool {
        let (isDeleted, wasThere) = try await pool.withConnection { db in
            try await db.one(key.delete(if: condition), as: (Bool, Bool).self)
        }
        return isDeleted || condition.required == nil && !(wasThere && condition.excluded != nil)
    }

    /// Deletes all state of an agent in an activity and registration, if the condition holds of its list.
    ///
    /// What comes while it is compared stays.
    /// - Returns: Whether the condition held.
    @discardableResult
    public func deleteState(
        activity: String, agent: AgentIdentity, registration: UUID?, if condition: DocumentCondition = .none
    ) async throws -> Bool {
        func deletion(of ids: [String]?) -> Query {
            Queries.learningRecordsDeleteStateDocuments(
                agent.kind.rawValue, agent.identifier, agent.homePage ?? "", activity, registration, ids)
        }
        guard condition != .none else {
            try await pool.withConnection { db in _ = try await db.execute(deletion(of: nil)) }
            return true
        }
        let lock = Queries.learningRecordsLockStateDocuments(
            agent.kind.rawValue, agent.identifier, agent.homePage ?? "", activity, registration)
        return try await pool.withTransaction { db in
            let list = DocumentList(try await db.rows(lock, as: (String, LibPQ.Timestamp).self))
            guard condition.holds(for: list.tag) else { return false }
            _ = try await db.execute(deletion(of: list.ids))
            return true
        }
    }

    /// Compares and sets.
    func put(
        _ content: DocumentContent, at key: DocumentKey, keys: DictionaryKeys, if condition: DocumentCondition,
        mediaType: String? = nil
    ) async throws -> DocumentOutcome {
        let tag = content.tag
        let query = key.put(content, tag: tag, keys: keys, if: condition, mediaType: mediaType)
        let stored = try await pool.withConnection { db in try await db.first(query, as: String.self) }
        return stored == nil ? .conditionFailed : .stored(tag: tag)
    }
}
