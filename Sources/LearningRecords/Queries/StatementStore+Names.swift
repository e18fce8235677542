internal import LibPQ
internal import Schema
public import XAPI

extension StatementStore {
    /// How many of the newest statements are asked for names.
    private static let namingStatements = 50

    /// The names under which the newest statements know an agent or identified group, the latest first.
    ///
    /// Names are no part of an identity, and each statement keeps the one that it was sent with.
    public func names(of agent: AgentIdentity) async throws -> [String] {
        let query = Queries.learningRecordsStatementsOfAgent(
            agent.kind.rawValue, agent.identifier, agent.homePage ?? "", Int32(Self.namingStatements))
        let rows = try await pool.withConnection { db in try await db.rows(query, as: (JSONText, String).self) }
        var names: [ByteString] = []
        for (payload, version) in rows {
            let version = XAPIVersion(header: version) ?? .v2_0
            guard let batch = try? StatementBatch.parse(bytes: payload.bytes, version: version) else { continue }
            for related in batch.statements.flatMap(\.agents) where related.identity.isSame(as: agent) {
                guard let name = related.identity.name.map(ByteString.init), !names.contains(name) else { continue }
                names.append(name)
            }
        }
        return names.map(\.text)
    }
}

extension AgentIdentity {
    /// Whether both have the same inverse functional identifier, byte for byte.
    fileprivate func isSame(as other: AgentIdentity) -> Bool {
        KeyDictionary.AgentName(self) == KeyDictionary.AgentName(other)
    }
}
