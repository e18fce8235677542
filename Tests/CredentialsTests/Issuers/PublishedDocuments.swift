import Credentials

/// What is published on the web, as far as a test goes.
struct PublishedDocuments: IssuerDocumentSource {
    var texts: [String: String] = [:]

    struct Missing: Error {}

    func document(of issuer: DIDWeb) async throws -> [UInt8] { try await document(at: issuer.documentURL) }

    func document(at url: String) async throws -> [UInt8] {
        guard let text = texts[url] else { throw Missing() }
        return Array(text.utf8)
    }
}
