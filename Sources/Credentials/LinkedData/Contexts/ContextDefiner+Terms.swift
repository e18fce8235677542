/// One term (JSON-LD 1.1 API, Create Term Definition).
extension ContextDefiner {
    /// Defines a term, unless it is defined already.
    mutating func define(_ name: RDFText) throws(LinkedDataError) {
        if let isDone = defined[name] {
            guard isDone else { throw LinkedDataError(.cyclicIRIMapping, "The term “\(name)” is defined by itself.") }
            return
        }
        guard !name.bytes.isEmpty else {
            throw LinkedDataError(.invalidTermDefinition, "A term can't be empty.")
        }
        guard depth < Self.maximumDepth else {
            throw LinkedDataError(.contextOverflow, "Too many terms need each other in a row, at last “\(name)”.")
        }
        depth += 1
        defer { depth -= 1 }
        defined[name] = false
        let value = map[name] ?? .null
        if name == Keyword.type.text {
            try checkTypeTerm(value)
        } else if Keyword(name) != nil {
            throw LinkedDataError(.keywordRedefinition, "The keyword “\(name)” can't be a term.")
        } else if Keyword.isLike(name) {
            return
        }
        let old = state.terms.removeValue(forKey: name)
        let (entries, isSimple) = try entries(of: value, name)
        guard var term = try definition(of: name, entries, isSimple: isSimple) else { return }
        if !rules.overridesProtected, let old, old.isProtected {
            guard old.isSame(as: term) else {
                throw LinkedDataError(.protectedTermRedefinition, "The term “\(name)” is protected.")
            }
            term = old
        }
        state.terms[name] = term
        defined[name] = true
    }

    private func checkTypeTerm(_ value: LinkedDataValue) throws(LinkedDataError) {
        let isAllowed =
            value.map.map { map in
                !map.isEmpty
                    && map.members.allSatisfy { key, value in
                        key == Keyword.protected.text
                            || key == Keyword.container.text && value == .string(Keyword.set.text)
                    }
            } ?? false
        guard isAllowed else {
            throw LinkedDataError(.keywordRedefinition, "@type may only be given @container and @protected.")
        }
    }

    private func entries(
        of value: LinkedDataValue, _ name: RDFText
    ) throws(LinkedDataError) -> (LinkedDataMap, isSimple: Bool) {
        var entries = LinkedDataMap()
        switch value {
        case .null:
            entries[.id] = .null
            return (entries, false)
        case .string:
            entries[.id] = value
            return (entries, true)
        case .object(let map): return (map, false)
        default:
            throw LinkedDataError(.invalidTermDefinition, "The term “\(name)” has to be null, an IRI or an object.")
        }
    }

    /// The definition by its entries; nil when the term is to be passed over.
    private mutating func definition(
        of name: RDFText, _ entries: LinkedDataMap, isSimple: Bool
    ) throws(LinkedDataError) -> TermDefinition? {
        var term = TermDefinition()
        term.isProtected = map[.protected]?.truth ?? false
        if let own = entries[.protected] {
            guard let own = own.truth else {
                throw LinkedDataError(.invalidProtected, "@protected of “\(name)” has to be true or false.")
            }
            term.isProtected = own
        }
        if let type = entries[.type] { term.type = try typeMapping(type, name) }
        if let reverse = entries[.reverse] {
            return try defineReverse(reverse, entries, &term, name) ? term : nil
        }
        guard try defineIRI(entries[.id], &term, name, isSimple: isSimple) else { return nil }
        term.keyword = term.iri.flatMap { Keyword($0) }
        try defineContainer(entries, &term, name)
        try defineScope(entries, &term, name)
        try defineText(entries, &term, name)
        try definePrefixFlag(entries, &term, name)
        for key in entries.keys {
            switch Keyword(key) {
            case .container, .context, .direction, .id, .index, .language, .nest, .prefix, .protected, .reverse, .type:
                continue
            default:
                throw LinkedDataError(.invalidTermDefinition, "The term “\(name)” has the unknown entry “\(key)”.")
            }
        }
        return term
    }

    private mutating func typeMapping(
        _ value: LinkedDataValue, _ name: RDFText
    ) throws(LinkedDataError) -> TermDefinition.TypeMapping {
        guard let text = value.text, let type = try expand(text) else {
            throw LinkedDataError(.invalidTypeMapping, "@type of “\(name)” has to be an IRI.")
        }
        switch Keyword(type) {
        case .id: return .id
        case .vocab: return .vocab
        case .json: return .json
        case .some(.none): return .untyped
        default:
            guard IRI.hasForm(type) else {
                throw LinkedDataError(.invalidTypeMapping, "@type of “\(name)” is no IRI: “\(type)”.")
            }
            return .datatype(type)
        }
    }
}
