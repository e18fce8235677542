package import JSON

extension LinkedDataProcessor: DocumentGraphs {
    /// The graph of a document, with what is wrong in it told by its place.
    package func graph(of document: JSONDocument) throws(CredentialError) -> RDFDataset {
        do { return try dataset(of: document.root) } catch {
            let place = error.pointer.map { $0.isEmpty ? "" : "At \($0): " } ?? ""
            throw CredentialError(
                error.code == .loadingContextFailed ? .unknownContext : .invalidGraph, place + error.message)
        }
    }
}

extension LinkedDataProcessor {
    /// Reads documents by the contexts of the credentials that are issued and verified.
    package static let known = LinkedDataProcessor(contexts: KnownContexts.all)

    /// Reads those of W3C's test suites as well, whose context gives every name a meaning.
    package static let knownWithExamples = LinkedDataProcessor(contexts: KnownContexts.withExamples)

    /// Reads those of W3C's test suites with the contexts that they bring.
    package static let testSuites = LinkedDataProcessor(
        contexts: KnownContexts.withExamples, options: .strictWithOwnContexts)
}
