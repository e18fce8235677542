internal import Awarding
internal import Credentials
internal import JSON

/// Whether issuers still stand by credentials: this installation's own by the database, others' by their lists.
struct StatusSources: StatusResolver {
    let documents: DocumentSources
    let credentials: CredentialStore
    let identity: IssuerIdentity

    func standing(by status: CredentialStatusReference) async throws -> CredentialStanding {
        let list = try? JSONDocument(parsing: status.json).root["statusListCredential"]?.string
        // Of its own list the database knows more than the list tells: the reason, and what was revoked this second.
        if list?.hasPrefix(identity.statusLists) == true || status.issuer.utf8.elementsEqual(identity.did.did.utf8) {
            return try await OwnStatuses(credentials: credentials, identity: identity).standing(by: status)
        }
        return try await StatusLists(source: documents, verifier: CredentialVerifier(issuers: documents))
            .standing(by: status)
    }
}
