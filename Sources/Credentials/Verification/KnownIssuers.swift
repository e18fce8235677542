/// A source that knows some issuers' documents, such as the service's own, and asks nobody.
public struct KnownIssuers: IssuerDocumentSource {
    private let documents: [DIDDocument]

    /// Knows these documents.
    public init(_ documents: [DIDDocument]) {
        self.documents = documents
    }

    /// The document of a known issuer.
    public func document(of issuer: DIDWeb) throws(CredentialError) -> [UInt8] {
        guard let document = documents.first(where: { sameBytes($0.id, issuer.did) }) else {
            throw CredentialError(.invalidDocument, "Its issuer is not known here.")
        }
        return document.json
    }
}
