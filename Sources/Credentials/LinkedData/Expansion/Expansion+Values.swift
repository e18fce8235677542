internal import JSON

/// Values that are no objects (JSON-LD 1.1 API, Value Expansion).
extension Expansion {
    /// Expands a text, number or truth that a property has.
    func expand(
        scalar element: JSONValue, in active: ActiveContext, property: RDFText
    ) throws(LinkedDataError) -> LinkedDataValue {
        let term = active.term(property)
        let value = LinkedDataValue(element)
        var map = LinkedDataMap()
        if let text = value.text, term?.type == .id || term?.type == .vocab {
            let id = active.state.expand(text, documentRelative: true, vocabulary: term?.type == .vocab)
            try checkReference(id, element, "An identifier")
            map[.id] = id.map { .string($0) } ?? .null
            return .object(map)
        }
        expand(value, term, in: active, &map)
        try checkDatatype(map, element)
        return .object(map)
    }

    /// Makes a value object of a text, number or truth, other than an identifier.
    func expand(
        _ value: LinkedDataValue, _ term: TermDefinition?, in active: ActiveContext, _ map: inout LinkedDataMap
    ) {
        map[.value] = value
        switch term?.type {
        case .datatype(let iri): map[.type] = .string(iri)
        case .json: map[.type] = .string(Keyword.json.text)
        case .id, .vocab, .untyped, nil:
            guard case .string = value else { return }
            let language = (term?.language ?? .unset).value(else: active.state.language)
            let direction = (term?.direction ?? .unset).value(else: active.state.direction)
            if let language { map[.language] = .string(language) }
            if let direction { map[.direction] = .string(direction) }
        }
    }

    /// Says that an identifier or type isn't absolute, when it has to be.
    func checkReference(
        _ iri: RDFText?, _ element: JSONValue, _ kind: @autoclosure () -> String
    ) throws(LinkedDataError) {
        guard isStrict else { return }
        guard let iri, IRI.isAbsolute(iri) || IRI.isBlank(iri) else {
            throw LinkedDataError(
                .dataLoss, "\(kind()) is no absolute IRI, and the contexts make none of it.", at: element.pointer)
        }
    }

    /// Says that a value's datatype, language or direction would not become part of the graph, when it has to.
    func checkDatatype(_ map: LinkedDataMap, _ element: JSONValue) throws(LinkedDataError) {
        guard isStrict else { return }
        if let type = map[.type]?.text, type != Keyword.json.text, !IRI.isAbsolute(type) {
            try refuse(element, "The type of a value has to be an absolute IRI.")
        }
        if let language = map[.language]?.text, !IRI.isLanguageTag(language) {
            try refuse(element, "The language of a text has to be a well-formed tag.")
        }
        if map.has(.direction), !keepsDirections { try refuse(element, "The direction of a text can't be signed.") }
        if case .number(let number) = map[.value], !GraphNumber.isExact(number) {
            try refuse(
                element, "Whole numbers beyond 2⁵³ and numbers beyond a double's range are not the same everywhere.")
        }
    }
}
