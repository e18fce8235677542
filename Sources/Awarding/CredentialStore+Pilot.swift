public import FoundationEssentials
internal import LibPQ
internal import Schema

/// A credential in a list.
public struct ListedCredential: Sendable, Equatable {
    /// Its id.
    public let id: UUID
    /// Code of the competence.
    public let competence: String
    /// The level, 1 to 4.
    public let level: Int
    /// When it was signed.
    public let issuedAt: Date
}

extension CredentialStore {
    /// The credentials of a pilot that stand, oldest first.
    ///
    /// - Parameter partner: Code of the partner that must run the pilot; nil for any.
    public func credentials(
        ofPilot code: String, partner: String?, atMost limit: Int32 = 1000
    ) async throws -> [ListedCredential] {
        try await pool.withConnection { db in
            try await db.rows(
                Queries.awardingCredentialsOfPilot(code, partner, limit), as: (UUID, String, Int16, Date).self)
        }.map { ListedCredential(id: $0.0, competence: $0.1, level: Int($0.2), issuedAt: $0.3) }
    }

    /// Whether every statement that was stored before the call has been weighed, and every award that may be signed has
    /// its credential: then ``credentials(ofPilot:partner:atMost:)`` lists all that come of what was stored.
    public func isSettled() async throws -> Bool {
        try await pool.withConnection { db in try await db.one(Queries.awardingIsSettled(), as: Bool.self) }
    }
}
