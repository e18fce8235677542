/// Defines the terms of one context object, in the order in which they need each other.
struct ContextDefiner {
    let processor: ContextProcessor
    var state: ContextState
    let map: LinkedDataMap
    let origin: LocalContext
    let rules: ContextProcessor.Rules
    /// The terms that are defined (true) or being defined (false).
    var defined: [RDFText: Bool] = [:]
    var depth = 0

    /// How many terms may need each other in a row.
    static let maximumDepth = 128

    init(
        processor: ContextProcessor, state: ContextState, map: LinkedDataMap, origin: LocalContext,
        rules: ContextProcessor.Rules
    ) {
        self.processor = processor
        self.state = state
        self.map = map
        self.origin = origin
        self.rules = rules
    }

    /// Applies the whole object.
    mutating func define() throws(LinkedDataError) {
        if let version = map[.version] { try check(version) }
        if let base = map[.base], rules.remote.isEmpty { try setBase(base) }
        if let vocabulary = map[.vocab] { try setVocabulary(vocabulary) }
        if let language = map[.language] { try setLanguage(language) }
        if let direction = map[.direction] {
            state.direction = try Self.direction(direction)
        }
        if let propagate = map[.propagate], propagate.truth == nil {
            throw LinkedDataError(.invalidPropagate, "@propagate has to be true or false.")
        }
        for key in map.keys {
            switch Keyword(key) {
            case .base, .direction, .import, .language, .propagate, .protected, .version, .vocab: continue
            default: try define(key)
            }
        }
    }

    private func check(_ version: LinkedDataValue) throws(LinkedDataError) {
        guard case .number(let number) = version, Double(number.string) == 1.1 else {
            throw LinkedDataError(.invalidVersion, "@version has to be 1.1.")
        }
    }

    private mutating func setBase(_ base: LinkedDataValue) throws(LinkedDataError) {
        switch base {
        case .null: state.base = nil
        case .string(let text) where IRI.schemeEnd(text.bytes) != nil: state.base = text
        case .string(let text):
            guard let old = state.base else { fallthrough }
            state.base = IRI.resolve(text, against: old)
        default: throw LinkedDataError(.invalidBaseIRI, "@base has to be null or an IRI.")
        }
    }

    private mutating func setVocabulary(_ vocabulary: LinkedDataValue) throws(LinkedDataError) {
        if vocabulary.isNull {
            state.vocabulary = nil
            return
        }
        guard let text = vocabulary.text, let iri = state.expand(text, documentRelative: true, vocabulary: true),
            IRI.hasForm(iri) || IRI.isBlank(iri)
        else { throw LinkedDataError(.invalidVocabulary, "@vocab has to be null, an IRI or a blank node.") }
        state.vocabulary = iri
    }

    private mutating func setLanguage(_ language: LinkedDataValue) throws(LinkedDataError) {
        guard language.isNull || language.text != nil else {
            throw LinkedDataError(.invalidDefaultLanguage, "@language has to be null or a language tag.")
        }
        state.language = language.text
    }

    /// A direction of text, or none for `null`.
    static func direction(_ value: LinkedDataValue) throws(LinkedDataError) -> RDFText? {
        switch value {
        case .null: nil
        case .string(let text) where text == "ltr" || text == "rtl": text
        default: throw LinkedDataError(.invalidBaseDirection, "@direction has to be null, ltr or rtl.")
        }
    }

    /// The IRI that a text in the context stands for; terms that it needs are defined first.
    mutating func expand(_ text: RDFText) throws(LinkedDataError) -> RDFText? {
        if text.bytes.first == UInt8(ascii: "@"), Keyword(text) != nil || Keyword.isLike(text) {
            return state.expand(text, vocabulary: true)
        }
        if map.has(text), defined[text] != true { try define(text) }
        if state.terms[text] == nil, let colon = ContextState.prefixEnd(text), !IRI.isBlank(text),
            !text.bytes[(colon + 1)...].starts(with: "//".utf8)
        {
            try definePrefix(RDFText(text.bytes[..<colon]))
        }
        return state.expand(text, vocabulary: true)
    }

    /// Defines the term before a colon, if the context has it.
    mutating func definePrefix(_ prefix: RDFText) throws(LinkedDataError) {
        if map.has(prefix), defined[prefix] != true { try define(prefix) }
    }
}
