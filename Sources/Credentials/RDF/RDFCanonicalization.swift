/// The canonical form of datasets (RDFC-1.0): the same bytes for the same graph, whatever its blank nodes are called.
///
/// Most blank nodes are told apart by the statements around them. Graphs can be made in which that takes time beyond
/// any bound; the work is counted, and such a graph is refused.
package struct RDFCanonicalization: Sendable {
    /// The hash function.
    package let hash: RDFHash
    /// How much work may be spent on telling blank nodes apart, counted in blocks of 64 bytes that are hashed or
    /// compared.
    package let maximumWork: Int

    /// A form with a hash function and a bound of work.
    package init(hash: RDFHash = .sha256, maximumWork: Int = 500_000) {
        self.hash = hash
        self.maximumWork = maximumWork
    }

    /// Canonicalises a dataset; throws for one that takes too much work.
    package func canonicalize(_ dataset: RDFDataset) throws(CredentialError) -> CanonicalDataset {
        var labelling = BlankNodeLabelling(RDFGraphLines(dataset), hash: hash, maximumWork: maximumWork)
        try labelling.run()
        return labelling.canonicalDataset
    }
}

/// A dataset in its canonical form.
package struct CanonicalDataset: Sendable {
    /// The statements as canonical N-Quads, in order.
    package let nQuads: [UInt8]
    /// The canonical label for each label that a blank node had before, both without `_:`.
    package let labels: [RDFText: RDFText]
}
