public import FoundationEssentials
public import LibPQ
internal import Schema

/// A credential as it was signed.
public struct IssuedCredential: Sendable {
    /// The compact JWS.
    public let jwt: String
    /// The credential with its Data Integrity proof; nil for credentials of before there were any.
    public let document: [UInt8]?
    /// When it was signed.
    public let issuedAt: Date
    /// When it was revoked.
    public let revokedAt: Date?
    /// Why it was revoked.
    public let revocationReason: String?
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
                Queries.awardingCredentialById(id), as: (String, String?, Date, Date?, String?).self)
        }
        return row.map {
            IssuedCredential(
                jwt: $0.0, document: $0.1.map { Array($0.utf8) }, issuedAt: $0.2, revokedAt: $0.3,
                revocationReason: $0.4)
        }
    }
}
