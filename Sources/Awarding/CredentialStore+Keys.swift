public import Credentials
internal import LibPQ
internal import Schema

extension CredentialStore {
    /// The issuer's DID document: every key that signs, is to sign, or signed.
    public func didDocument(of issuer: DIDWeb) async throws -> DIDDocument {
        let rows = try await pool.withConnection { db in
            try await db.rows(Queries.awardingSigningKeys(issuer.did), as: (JSONText, String).self)
        }
        var keys: [IssuerKeyStore.State: [PublicKey]] = [:]
        for (jwk, state) in rows {
            keys[IssuerKeyStore.State(rawValue: state) ?? .compromised, default: []].append(
                try PublicKey(jwk: jwk.bytes))
        }
        func all(_ state: IssuerKeyStore.State) -> [PublicKey] { keys[state] ?? [] }
        return DIDDocument(
            issuer: issuer, signing: all(.current) + all(.listed), retired: all(.retired),
            compromised: all(.compromised))
    }
}
