internal import JSON

/// Objects whose members' names are languages, identifiers, types or indexes.
extension NodeExpansion {
    /// Texts by their languages.
    func expand(languages: JSONValue, _ term: TermDefinition?) throws(LinkedDataError) -> LinkedDataValue {
        let direction = (term?.direction ?? .unset).value(else: active.state.direction)
        var texts: [LinkedDataValue] = []
        for (key, value) in languages.members {
            let language = expansion.text(key)
            let isNone = active.state.expand(language, vocabulary: true) == Keyword.none.text
            for item in value.kind == .array ? Array(value.elements) : [value] where !item.isNull {
                guard item.kind == .string else {
                    throw LinkedDataError(
                        .invalidLanguageMapValue, "What stands under a language has to be text.", at: item.pointer)
                }
                var map = LinkedDataMap()
                map[.value] = .string(expansion.text(item))
                if !isNone { map[.language] = .string(language) }
                if let direction { map[.direction] = .string(direction) }
                try expansion.checkDatatype(map, item)
                texts.append(.object(map))
            }
        }
        return .array(texts)
    }

    /// Objects and values by their identifiers, types or indexes.
    func expand(
        index: JSONValue, _ name: RDFText, _ term: TermDefinition?
    ) throws(LinkedDataError) -> LinkedDataValue {
        let container = term?.container ?? []
        var results: [LinkedDataValue] = []
        for (key, value) in index.members {
            let label = expansion.text(key)
            var context = active
            if !container.isDisjoint(with: [.id, .type]) { context = active.previous ?? active }
            if container.contains(.type), let scoped = context.term(label)?.scoped {
                context = try expansion.apply(scoped, to: context, rules: .init(), at: value)
            }
            let expanded = try expansion.expand(value, in: context, property: name, isFromMap: true)
            if expanded.isNull { continue }
            for item in expanded.elements {
                let isBare = container.contains(.graph) && !item.has(.graph)
                guard case .object(var map) = isBare ? Self.graph(item) : item else { continue }
                try mark(&map, label, term, value)
                results.append(.object(map))
            }
        }
        return .array(results)
    }

    /// Gives an item of a map what its name says.
    private func mark(
        _ item: inout LinkedDataMap, _ label: RDFText, _ term: TermDefinition?, _ element: JSONValue
    ) throws(LinkedDataError) {
        let container = term?.container ?? []
        let iri = active.state.expand(label, vocabulary: true)
        if iri == Keyword.none.text { return }
        if container.contains(.index) {
            if let index = term?.index, index != Keyword.index.text {
                return try mark(&item, label, index: index, element)
            }
            try refuse(element, "An index can't be signed.")
            if !item.has(.index) { item[.index] = .string(label) }
        } else if container.contains(.id) {
            guard !item.has(.id) else { return }
            let id = active.state.expand(label, documentRelative: true)
            try expansion.checkReference(id, element, "An identifier")
            item[.id] = id.map { .string($0) } ?? .null
        } else if container.contains(.type) {
            try expansion.checkReference(iri, element, "A type")
            let types = item[.type]?.elements ?? []
            item[.type] = .array([iri.map { .string($0) } ?? .null] + types)
        }
    }

    /// Gives an item the property that an index becomes.
    private func mark(
        _ item: inout LinkedDataMap, _ label: RDFText, index: RDFText, _ element: JSONValue
    ) throws(LinkedDataError) {
        guard let iri = active.state.expand(index, vocabulary: true) else { return }
        var map = LinkedDataMap()
        let term = active.term(index)
        if term?.type == .id || term?.type == .vocab {
            let id = active.state.expand(label, documentRelative: true, vocabulary: term?.type == .vocab)
            try expansion.checkReference(id, element, "An identifier")
            map[.id] = id.map { .string($0) } ?? .null
        } else {
            expansion.expand(.string(label), term, in: active, &map)
        }
        item[iri] = .array([.object(map)] + (item[iri]?.elements ?? []))
        guard !item.has(.value) else {
            throw LinkedDataError(
                .invalidValueObject, "A value can't have the property that its index becomes.", at: element.pointer)
        }
    }
}
