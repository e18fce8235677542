/// The context that holds at a place of a document: its terms and defaults.
struct ContextState: Sendable {
    var base: RDFText?
    /// The base of the document, to which `null` goes back.
    let originalBase: RDFText?
    var vocabulary: RDFText?
    var language: RDFText?
    var direction: RDFText?
    var terms: [RDFText: TermDefinition] = [:]
    /// The context that holds again for nodes within, when this one doesn't.
    var previous: ActiveContext?

    init(base: RDFText?) {
        self.base = base
        originalBase = base
    }

    /// Whether the same holds as in another.
    func isSame(as other: ContextState) -> Bool {
        base == other.base && originalBase == other.originalBase && vocabulary == other.vocabulary
            && language == other.language && direction == other.direction && previous === other.previous
            && terms == other.terms
    }
}

/// A context that has been processed; a class, since many objects of a document share one.
final class ActiveContext: Sendable {
    let state: ContextState
    /// Whether it came from fixed contexts alone.
    let isFixed: Bool

    init(_ state: ContextState, isFixed: Bool) {
        self.state = state
        self.isFixed = isFixed
    }

    /// The context that holds again for nodes within.
    var previous: ActiveContext? { state.previous }

    /// What a term means.
    func term(_ name: RDFText) -> TermDefinition? { state.terms[name] }
}

extension ContextState {
    /// The IRI or keyword that a text stands for; nil when it is to be ignored, and the text when nothing is known.
    func expand(_ text: RDFText, documentRelative: Bool = false, vocabulary usesTerms: Bool = false) -> RDFText? {
        if text.bytes.first == UInt8(ascii: "@") {
            if Keyword(text) != nil { return text }
            if Keyword.isLike(text) { return nil }
        }
        if let term = terms[text], usesTerms || term.keyword != nil { return term.iri }
        if let colon = Self.prefixEnd(text) {
            let suffix = text.bytes[(colon + 1)...]
            if IRI.isBlank(text) || suffix.starts(with: "//".utf8) { return text }
            let prefix = RDFText(text.bytes[..<colon])
            if let term = terms[prefix], term.isPrefix, let iri = term.iri { return RDFText(iri.bytes + suffix) }
            if IRI.hasForm(text) { return text }
        }
        if usesTerms, let vocabulary { return RDFText(vocabulary.bytes + text.bytes) }
        if documentRelative, let base { return IRI.resolve(text, against: base) }
        return text
    }

    /// Where the first colon stands, unless it is the first character.
    static func prefixEnd(_ text: RDFText) -> Int? {
        guard let colon = text.bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
        return colon
    }
}
