internal import Awarding
internal import Credentials
internal import JSON

/// Whether issuers still stand by credentials: this installation's own by the database, others' by their lists.
struct StatusSources: StatusResolver {
    let documents: DocumentSources
    let credentials: CredentialStore
    let identity: IssuerIdentity

    func standing(by status: CredentialStatusReference) async throws -> CredentialStanding {
        let root = try? JSONDocument(parsing: status.json).root
        let list = root?["statusListCredential"]?.string ?? root?["status_list"]?["uri"]?.string
        // Of its own list the database knows more than the list tells: the reason, and what was revoked this second.
        let isOwn = [identity.did.did, identity.baseURL].contains { status.issuer.utf8.elementsEqual($0.utf8) }
        if list?.hasPrefix(identity.statusLists) == true || isOwn {
            return try await OwnStatuses(credentials: credentials, identity: identity).standing(by: status)
        }
        return try await StatusLists(source: documents, verifier: CredentialVerifier(issuers: documents))
            .standing(by: status)
    }
}
