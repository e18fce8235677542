internal import Credentials

/// Where one verification gets documents from: its own issuer's from the database, if there is one, others' by fetching.
struct DocumentSources: IssuerDocumentSource, StatusListSource {
    let fetcher: DocumentFetcher
    /// The own issuer's DID document.
    let own: DIDDocument?
    let ownCredentials: OwnCredentials?
    /// When whoever asks no longer waits.
    let deadline: ContinuousClock.Instant

    func document(of issuer: DIDWeb) async throws -> [UInt8] {
        if let own, issuer.did.utf8.elementsEqual(own.id.utf8) { return own.json }
        return try await issuerDocument(issuer.documentURL, accept: "application/did+json, application/json;q=0.9")
    }

    func document(at url: String) async throws -> [UInt8] {
        if let own, let published = ownCredentials?.keys(at: url, of: own) { return published }
        return try await issuerDocument(
            url, accept: "application/cid, application/jwk-set+json, application/json;q=0.9")
    }

    func statusList(at url: String) async throws -> [UInt8] {
        do {
            return try await fetch(
                url,
                accept:
                    "application/vc, application/vc+jwt;q=0.9, application/statuslist+jwt;q=0.9, application/json;q=0.8"
            )
        } catch let error as FetchError {
            throw StatusListError(.retrieval, "The status list could not be fetched. \(error.description)")
        }
    }

    /// A credential that is published at a URL.
    /// - Throws: ``FetchError``.
    func credential(at url: String) async throws -> [UInt8] {
        let forms = [
            "application/vc", "application/vc+ld+json", "application/vc+jwt", "application/dc+sd-jwt",
            "application/json",
        ]
        let accept = forms.joined(separator: ", ") + ", image/png;q=0.8, image/svg+xml;q=0.8, application/pdf;q=0.8"
        return try await fetch(url, accept: accept + ", */*;q=0.1")
    }

    private func issuerDocument(_ url: String, accept: String) async throws -> [UInt8] {
        do { return try await fetch(url, accept: accept) } catch let error as FetchError {
            throw CredentialError(
                .invalidDocument, "The issuer's document could not be fetched. \(error.description)")
        }
    }

    /// What this installation publishes itself is not asked for over the network.
    private func fetch(_ url: String, accept: String) async throws -> [UInt8] {
        if let ownCredentials, let path = ownCredentials.path(of: url) {
            guard let bytes = try await ownCredentials.document(at: path) else {
                throw FetchError(.unavailable, "This installation publishes no such document.")
            }
            return bytes
        }
        return try await fetcher.document(at: url, accept: accept, until: deadline).bytes
    }
}
