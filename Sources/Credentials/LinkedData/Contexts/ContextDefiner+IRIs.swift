/// What a term stands for.
extension ContextDefiner {
    /// Sets the IRI of a term; false when the term is to be passed over.
    mutating func defineIRI(
        _ id: LinkedDataValue?, _ term: inout TermDefinition, _ name: RDFText, isSimple: Bool
    ) throws(LinkedDataError) -> Bool {
        if let id, id != .string(name) {
            if id.isNull { return true }
            return try defineIRI(byID: id, &term, name, isSimple: isSimple)
        }
        if let colon = ContextState.prefixEnd(name) {
            let prefix = RDFText(name.bytes[..<colon])
            try definePrefix(prefix)
            let iri = state.terms[prefix]?.iri
            term.iri = iri.map { RDFText($0.bytes + name.bytes[(colon + 1)...]) } ?? name
        } else if name.bytes.contains(UInt8(ascii: "/")) {
            term.iri = state.expand(name, vocabulary: true)
            guard let iri = term.iri, IRI.hasForm(iri) else {
                throw LinkedDataError(.invalidIRIMapping, "The term “\(name)” stands for no IRI.")
            }
        } else if name == Keyword.type.text {
            term.iri = name
        } else if let vocabulary = state.vocabulary {
            term.iri = RDFText(vocabulary.bytes + name.bytes)
        } else {
            throw LinkedDataError(.invalidIRIMapping, "The term “\(name)” has no IRI, and there is no @vocab.")
        }
        return true
    }

    private mutating func defineIRI(
        byID id: LinkedDataValue, _ term: inout TermDefinition, _ name: RDFText, isSimple: Bool
    ) throws(LinkedDataError) -> Bool {
        guard let text = id.text else {
            throw LinkedDataError(.invalidIRIMapping, "@id of “\(name)” has to be null or a text.")
        }
        if Keyword(text) == nil, Keyword.isLike(text) { return false }
        guard let iri = try expand(text), Keyword(iri) != nil || IRI.hasForm(iri) || IRI.isBlank(iri) else {
            throw LinkedDataError(.invalidIRIMapping, "@id of “\(name)” is no IRI: “\(text)”.")
        }
        guard iri != Keyword.context.text else {
            throw LinkedDataError(.invalidKeywordAlias, "The term “\(name)” can't stand for @context.")
        }
        term.iri = iri
        let hasInnerColon = name.bytes.dropFirst().dropLast().contains(UInt8(ascii: ":"))
        let hasSlash = name.bytes.contains(UInt8(ascii: "/"))
        if hasInnerColon || hasSlash {
            defined[name] = true
            guard try expand(name) == iri else {
                throw LinkedDataError(.invalidIRIMapping, "The term “\(name)” looks like another IRI than its @id.")
            }
        } else if !name.bytes.contains(UInt8(ascii: ":")), isSimple {
            term.isPrefix = iri.bytes.last.map(":/?#[]@".utf8.contains) ?? false || IRI.isBlank(iri)
        }
        return true
    }

    /// Sets the IRI of a term for the property in the other direction; false when the term is to be passed over.
    mutating func defineReverse(
        _ reverse: LinkedDataValue, _ entries: LinkedDataMap, _ term: inout TermDefinition, _ name: RDFText
    ) throws(LinkedDataError) -> Bool {
        guard !entries.has(.id), !entries.has(.nest) else {
            throw LinkedDataError(.invalidReverseProperty, "@reverse of “\(name)” excludes @id and @nest.")
        }
        guard let text = reverse.text else {
            throw LinkedDataError(.invalidIRIMapping, "@reverse of “\(name)” has to be an IRI.")
        }
        if Keyword.isLike(text) { return false }
        guard let iri = try expand(text), IRI.hasForm(iri) || IRI.isBlank(iri) else {
            throw LinkedDataError(.invalidIRIMapping, "@reverse of “\(name)” is no IRI: “\(text)”.")
        }
        term.iri = iri
        term.isReverse = true
        switch entries[.container] {
        case nil, .null: break
        case .string(let text) where text == Keyword.set.text: term.container = .set
        case .string(let text) where text == Keyword.index.text: term.container = .index
        default:
            throw LinkedDataError(.invalidReverseProperty, "@container of “\(name)” has to be @set or @index.")
        }
        try defineIndex(entries, &term, name)
        return true
    }

    /// Reads whether a term may begin compact IRIs.
    func definePrefixFlag(
        _ entries: LinkedDataMap, _ term: inout TermDefinition, _ name: RDFText
    ) throws(LinkedDataError) {
        guard let prefix = entries[.prefix] else { return }
        guard !name.bytes.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) else {
            throw LinkedDataError(.invalidTermDefinition, "“\(name)” has : or /, so that it can't be a prefix.")
        }
        guard let flag = prefix.truth else {
            throw LinkedDataError(.invalidPrefix, "@prefix of “\(name)” has to be true or false.")
        }
        guard !flag || term.keyword == nil else {
            throw LinkedDataError(.invalidTermDefinition, "“\(name)” stands for a keyword and can't be a prefix.")
        }
        term.isPrefix = flag
    }
}
