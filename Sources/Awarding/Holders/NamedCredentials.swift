public import Credentials
public import FoundationEssentials
public import LibPQ
internal import Schema

extension CredentialStore {
    /// What signs these credentials with their holders' names in them.
    public func named(by identity: IssuerIdentity) -> NamedCredentials {
        NamedCredentials(pool: pool, identity: identity)
    }
}

/// Signs credentials with the holder's name in them, when the holder, or a link of the holder's, asks for one.
///
/// What is signed is handed over and kept nowhere. It is the same credential, with the same id, dates and place in the
/// status list, so that what is revoked is revoked with the name and without.
///
/// ```swift
/// let named = try await names.credential(id, naming: PersonName("Ana Kovač")!)
/// ```
public struct NamedCredentials: Sendable {
    private let pool: ConnectionPool
    private let identity: IssuerIdentity
    private let clock: @Sendable () -> Date

    /// Signs in the name of an identity.
    ///
    /// - Parameter clock: what tells the time at which proofs are made.
    public init(pool: ConnectionPool, identity: IssuerIdentity, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.pool = pool
        self.identity = identity
        self.clock = clock
    }

    /// A credential with a name in it; nil when it is revoked, or there is none.
    ///
    /// - Throws: ``SigningOutage`` when the keys that sign now can't be reached from this process.
    public func credential(_ id: UUID, naming name: PersonName) async throws -> IssuedCredential? {
        try await pool.withTransaction { db in
            guard
                let row = try await db.first(
                    Queries.awardingCredentialContent(id), as: (JSONText, Bool, Date).self)
            else { return nil }
            let content = try SignedContent(json: row.0.bytes).naming(name)
            return try await SigningOutage.telling {
                let keys = try await identity.signingKeys(db)
                let token = try await JWTSecuring(signer: keys.token.signer).secure(content)
                let document =
                    row.1
                    ? try await DataIntegritySecuring(signer: keys.proof.signer, clock: clock).secure(content) : nil
                return IssuedCredential(
                    jwt: token.text, document: document?.bytes, issuedAt: row.2, revokedAt: nil, revocationReason: nil)
            }
        }
    }
}
