public import Credentials
internal import FoundationEssentials
internal import LibPQ
internal import Schema

extension CredentialStore {
    /// The issuer's DID document: every key that any node signs or signed with.
    public func didDocument(of issuer: DIDWeb) async throws -> DIDDocument {
        let rows = try await pool.withConnection { db in
            try await db.rows(Queries.awardingSigningKeys(issuer.did), as: (String, JSONText, Date?).self)
        }
        var signing: [PublicKey] = []
        var retired: [PublicKey] = []
        for row in rows {
            let key = try PublicKey(jwk: row.1.bytes)
            if row.2 == nil { signing.append(key) } else { retired.append(key) }
        }
        return DIDDocument(issuer: issuer, signing: signing, retired: retired)
    }
}
