public import FoundationEssentials
internal import LibPQ
internal import Schema
internal import Training

extension HolderStore {
    /// What a person holds, as JSON: `credentials`, by area and competence, with level, state and `shares`.
    public func credentials(of holder: Holder) async throws -> [UInt8] {
        try await database(of: holder).document(Queries.awardingHeldCredentials(holder.key)) ?? []
    }

    /// Whether a credential is about the person, and their link may show it.
    public func holds(_ credential: UUID, _ holder: Holder) async throws -> Bool {
        try await database(of: holder).defining(readOnly: true) { db in
            try await db.one(Queries.awardingHeldCredential(holder.key, credential), as: Bool.self)
        }
    }
}
