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
    ///
    /// - Parameters:
    ///   - context: The value of an `@context` that holds before the document's own.
    ///   - omitted: The names of members of the document that are passed over.
    package func expand(
        _ document: JSONValue, context: JSONValue? = nil, omitting omitted: [RDFText] = []
    ) throws(LinkedDataError) -> [LinkedDataValue] {
        let expansion = Expansion(
            processor: processor, cache: cache, isStrict: options.isStrict,
            takesOwnContexts: options.takesOwnContexts, keepsDirections: options.direction != nil,
            base: options.base.map { RDFText($0) })
        var active = initial
        if let context = options.context {
            active = try cache.apply(context, to: active, rules: .init(), processor: processor)
        }
        if let context { active = try expansion.apply(context: context, to: active) }
        return try expansion.expand(document: document, in: active, omitting: omitted)
    }

    /// The graphs that the document states.
    ///
    /// ```swift
    /// // What a proof signs: the document without the proof, and the proof without its value.
    /// let statements = try processor.dataset(of: credential, omitting: ["proof"])
    /// let context = credential["@context"]
    /// let options = try processor.dataset(of: proof, context: context, omitting: ["proofValue"])
    /// ```
    ///
    /// - Parameters:
    ///   - context: The value of an `@context` that holds before the document's own.
    ///   - omitted: The names of members of the document that are passed over.
    package func dataset(
        of document: JSONValue, context: JSONValue? = nil, omitting omitted: [RDFText] = []
    ) throws(LinkedDataError) -> RDFDataset {
        var writer = StatementWriter(isStrict: options.isStrict, direction: options.direction)
        return try writer.dataset(of: expand(document, context: context, omitting: omitted))
    }
}
