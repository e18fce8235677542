internal import LibPQ
internal import Schema
internal import XAPI

extension DocumentStore {
    /// The dictionary's keys of what a collection is about.
    struct DictionaryKeys {
        var activity: Int64?
        var agent: Int64?
    }

    /// Finds them, and adds what nobody has named yet: documents may come before any statement (xAPI 2.0 §4.1.5).
    ///
    /// Each dictionary is asked in a transaction of its own, as the writer of statements does.
    func dictionaryKeys(of collection: DocumentCollection) async throws -> DictionaryKeys {
        try await pool.withConnection { db in
            var keys = DictionaryKeys()
            if let iri = collection.activity {
                let query = Queries.learningRecordsFindActivities([iri], [nil as String?], [nil as JSONText?])
                let row = try await db.one(query, as: (Int64, String, String?).self)
                keys.activity = row.0
            }
            if let agent = collection.agent {
                let query = Queries.learningRecordsFindAgents(
                    [agent.kind.rawValue], [agent.identifier], [agent.homePage ?? ""], [agent.isGroup])
                let row = try await db.one(query, as: (Int64, String, String, String).self)
                keys.agent = row.0
            }
            return keys
        }
    }
}

extension DocumentCollection {
    fileprivate var activity: String? {
        switch self {
        case .state(let activity, _, _), .activityProfile(let activity): activity
        case .agentProfile: nil
        }
    }

    fileprivate var agent: AgentIdentity? {
        switch self {
        case .state(_, let agent, _), .agentProfile(let agent): agent
        case .activityProfile: nil
        }
    }
}
