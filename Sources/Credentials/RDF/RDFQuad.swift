/// A statement of a graph.
package struct RDFQuad: Hashable, Sendable {
    /// What the statement is about: an IRI or a blank node.
    package var subject: RDFTerm
    /// What is stated: an IRI.
    package var predicate: RDFTerm
    /// The value.
    package var object: RDFTerm
    /// The graph that the statement belongs to, an IRI or a blank node; none for the default graph.
    package var graph: RDFTerm?

    /// Makes a statement.
    package init(_ subject: RDFTerm, _ predicate: RDFTerm, _ object: RDFTerm, graph: RDFTerm? = nil) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.graph = graph
    }
}

/// Statements; the same statement twice counts once, and their order means nothing.
package struct RDFDataset: Sendable {
    /// The statements, each perhaps several times.
    package var quads: [RDFQuad]

    /// A dataset of these statements.
    package init(_ quads: [RDFQuad] = []) { self.quads = quads }

    /// Adds a statement.
    package mutating func append(_ quad: RDFQuad) { quads.append(quad) }
}
