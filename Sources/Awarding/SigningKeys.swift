public import Credentials
public import LibPQ
internal import Schema

/// The keys that sign for an issuer at the moment.
public struct SigningKeys: Sendable {
    /// The P-256 key that signs tokens.
    public let token: IssuerKey
    /// The Ed25519 key that makes the proofs within documents.
    public let proof: IssuerKey

    /// Their ids.
    public var ids: [String] { [proof.id, token.id] }
}

extension KeyRing {
    /// The keys of an issuer that sign now, as the database has it for all nodes.
    ///
    /// Until the transaction of the connection ends they are held: who declares one of them compromised waits for it,
    /// and so for what is signed in it. Call it in a transaction, and sign in that.
    ///
    /// - Throws: ``IssuerKeyError`` when no key signs, or this process does not have the one that does.
    public func signingKeys(of issuer: DIDWeb, _ db: borrowing Connection) async throws -> SigningKeys {
        let rows = try await db.rows(Queries.awardingCurrentKeys(issuer.did), as: (String, String).self)
        return SigningKeys(
            token: try await key("ES256", of: issuer, among: rows),
            proof: try await key("EdDSA", of: issuer, among: rows))
    }

    private func key(_ algorithm: String, of issuer: DIDWeb, among current: [(String, String)]) async throws
        -> IssuerKey
    {
        guard let id = current.first(where: { $0.1 == algorithm })?.0 else {
            throw IssuerKeyError(
                .noneInUse,
                "No key of \(issuer.did) signs with \(algorithm). Make one known and use it: tessera issuer keys add, then use."
            )
        }
        guard let key = try await key(id) else {
            throw IssuerKeyError(
                .notHere,
                "The key \(id) (\(algorithm)) signs, but this process does not have it. Put its file into the folder of keys, or use one that is there: tessera issuer keys use."
            )
        }
        return key
    }
}

extension IssuerIdentity {
    /// The keys that sign now; see ``KeyRing/signingKeys(of:_:)``.
    public func signingKeys(_ db: borrowing Connection) async throws -> SigningKeys {
        try await ring.signingKeys(of: did, db)
    }
}
