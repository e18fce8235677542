public import FoundationEssentials
public import LibPQ
internal import Schema

/// A credential as it was signed.
public struct IssuedCredential: Sendable {
    /// The compact JWS.
    public let jwt: String
    /// The credential's JSON.
    public let document: [UInt8]
    /// When it was signed.
    public let issuedAt: Date
    /// When its award was withdrawn.
    public let withdrawnAt: Date?
    /// Why it was withdrawn.
    public let withdrawalReason: String?
}

/// The credentials that were issued, and the keys that signed them.
public struct CredentialStore: Sendable {
    let pool: ConnectionPool

    /// The credentials in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// The credential with an id.
    public func credential(_ id: UUID) async throws -> IssuedCredential? {
        let row = try await pool.withConnection { db in
            try await db.first(
                Queries.awardingCredentialById(id), as: (String, JSONText, Date, Date?, String?).self)
        }
        return row.map {
            IssuedCredential(
                jwt: $0.0, document: $0.1.bytes, issuedAt: $0.2, withdrawnAt: $0.3, withdrawalReason: $0.4)
        }
    }
}
