/// How a document is read as linked data.
package struct LinkedDataOptions: Sendable {
    /// How the direction of texts goes into the graph.
    package enum Direction: Sendable {
        /// As part of the datatype.
        case i18nDatatype
        /// As a node of its own.
        case compoundLiteral
    }

    /// The IRI against which references are resolved; with none, they stay as they are.
    package var base: String?
    /// A context that holds before the document's own.
    package var context: LocalContext?
    /// How the direction of texts goes into the graph; with none, it doesn't.
    package var direction: Direction?
    /// Whether everything has to become part of the graph, and contexts are named by URL alone.
    ///
    /// What is signed is the graph. So whatever would be left out of it, unnoticed by whoever reads the signature, is
    /// an error with its place: undefined terms, relative identifiers and types, and what else graphs don't hold.
    package var isStrict: Bool
    /// Whether a strict document may bring contexts of its own, as those of W3C's test suites do.
    ///
    /// Whoever reads such a document has to mind them: by a context of its own, a member can mean anything.
    package var takesOwnContexts: Bool

    /// For what is signed: see ``isStrict``.
    package static let strict = LinkedDataOptions(isStrict: true)

    /// For test suites: as ``strict``, but with contexts that the documents bring.
    package static let strictWithOwnContexts = LinkedDataOptions(
        direction: .i18nDatatype, isStrict: true, takesOwnContexts: true)

    /// Sets the options.
    package init(
        base: String? = nil, context: LocalContext? = nil, direction: Direction? = nil, isStrict: Bool = false,
        takesOwnContexts: Bool = false
    ) {
        self.base = base
        self.context = context
        self.direction = direction
        self.isStrict = isStrict
        self.takesOwnContexts = takesOwnContexts
    }
}
