public import FoundationEssentials
internal import LibPQ
internal import Schema
internal import Training

extension HostStore {
    /// The hosts that a holder let in and has not taken back, as JSON: `hosts`.
    public func grants(of holder: Holder) async throws -> [UInt8] {
        let hosts = try await pool.withConnection { db in
            try await db.one(Queries.hostsGrants(holder.key), as: JSONText.self)
        }
        return hosts.bytes
    }

    /// Takes back what a holder granted; false when there is no such grant of theirs.
    public func revokeGrant(_ id: UUID, by holder: Holder) async throws -> Bool {
        try await pool.withConnection { db in
            try await db.execute(Queries.hostsRevokeGrant(id, holder.key)) > 0
        }
    }
}
