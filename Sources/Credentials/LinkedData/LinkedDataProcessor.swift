package import JSON

/// Reads JSON documents as linked data (JSON-LD 1.1).
///
/// ```swift
/// let processor = LinkedDataProcessor(contexts: KnownContexts.all)
/// let dataset = try processor.dataset(of: document.root)
/// ```
package struct LinkedDataProcessor: Sendable {
    private let processor: ContextProcessor
    private let options: LinkedDataOptions
    private let cache = ContextCache()
    private let initial: ActiveContext

    /// A processor with its contexts; it remembers what comes out of processing them.
    package init(contexts: any ContextSource, options: LinkedDataOptions = .strict) {
        processor = ContextProcessor(source: contexts)
        self.options = options
        initial = ActiveContext(ContextState(base: options.base.map { RDFText($0) }), isFixed: options.base == nil)
    }

    /// The document in expanded form: without contexts, terms replaced by IRIs.
    package func expand(_ document: JSONValue) throws(LinkedDataError) -> [LinkedDataValue] {
        let expansion = Expansion(
            processor: processor, cache: cache, isStrict: options.isStrict, base: options.base.map { RDFText($0) })
        return try expansion.expand(document: document, in: initial, context: options.context)
    }

    /// The graphs that the document states.
    package func dataset(of document: JSONValue) throws(LinkedDataError) -> RDFDataset {
        var writer = StatementWriter(isStrict: options.isStrict, direction: options.direction)
        return try writer.dataset(of: expand(document))
    }
}
