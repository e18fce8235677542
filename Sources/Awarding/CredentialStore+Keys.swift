public import Credentials
internal import LibPQ
internal import Schema

extension CredentialStore {
    /// The issuer's DID document: every key that any node signs or signed with.
    public func didDocument(of issuer: DIDWeb) async throws -> DIDDocument {
        let rows = try await pool.withConnection { db in
            try await db.rows(Queries.awardingSigningKeys(issuer.did), as: (JSONText, Bool, Bool).self)
        }
        var signing: [PublicKey] = []
        var retired: [PublicKey] = []
        var compromised: [PublicKey] = []
        for (jwk, isRetired, isCompromised) in rows {
            let key = try PublicKey(jwk: jwk.bytes)
            if isCompromised {
                compromised.append(key)
            } else if isRetired {
                retired.append(key)
            } else {
                signing.append(key)
            }
        }
        return DIDDocument(issuer: issuer, signing: signing, retired: retired, compromised: compromised)
    }
}
