package import JSON

/// Reads the graph that a JSON-LD document states.
package protocol DocumentGraphs: Sendable {
    /// The graph of a document.
    ///
    /// Throws where the document has a context that isn't known, or says something that no context gives a meaning:
    /// it would be missing in the graph, and so from what is signed.
    func graph(of document: JSONDocument) throws(CredentialError) -> RDFDataset
}
