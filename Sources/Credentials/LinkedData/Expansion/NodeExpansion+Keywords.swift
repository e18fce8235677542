internal import JSON

/// Members that are keywords, or terms that stand for them.
extension NodeExpansion {
    /// Expands a keyword's value into the result.
    mutating func expand(_ keyword: Keyword, _ value: JSONValue) throws(LinkedDataError) {
        if property == Keyword.reverse.text {
            throw LinkedDataError(
                .invalidReversePropertyMap, "Keywords can't stand under @reverse.", at: value.pointer)
        }
        guard !result.has(keyword) || keyword == .included || keyword == .type else {
            throw LinkedDataError(.collidingKeywords, "“@\(keyword)” is given twice.", at: value.pointer)
        }
        switch keyword {
        case .id: try expand(id: value)
        case .type: try expand(type: value)
        case .graph:
            let graph = try expansion.expand(value, in: active, property: Keyword.graph.text)
            result[.graph] = .array(graph.isNull ? [] : graph.elements)
        case .included: try expand(included: value)
        case .value: try expand(value: value)
        case .language:
            guard value.kind == .string else {
                throw fault(.invalidLanguageTaggedString, "@language has to be text.", value)
            }
            result[.language] = .string(expansion.text(value))
        case .direction:
            guard value.string == "ltr" || value.string == "rtl" else {
                throw fault(.invalidBaseDirection, "@direction has to be ltr or rtl.", value)
            }
            result[.direction] = .string(expansion.text(value))
        case .index:
            guard value.kind == .string else { throw fault(.invalidIndex, "@index has to be text.", value) }
            try refuse(value, "An index can't be signed.")
            result[.index] = .string(expansion.text(value))
        case .list:
            guard let property, property != Keyword.graph.text else {
                return try refuse(value, "A list stands where only objects count.")
            }
            let list = try expansion.expand(value, in: active, property: property)
            result[.list] = .array(list.isNull ? [] : list.elements)
        case .set: result[.set] = try expansion.expand(value, in: active, property: property)
        case .reverse: try expand(reverse: value)
        default: try refuse(value, "“@\(keyword)” has no place here.")
        }
    }

    func fault(_ code: LinkedDataErrorCode, _ message: String, _ value: JSONValue) -> LinkedDataError {
        LinkedDataError(code, message, at: value.pointer)
    }

    private mutating func expand(id value: JSONValue) throws(LinkedDataError) {
        guard value.kind == .string else { throw fault(.invalidID, "@id has to be text.", value) }
        let id = active.state.expand(expansion.text(value), documentRelative: true)
        try expansion.checkReference(id, value, "An identifier")
        result[.id] = id.map { .string($0) } ?? .null
    }

    private mutating func expand(type value: JSONValue) throws(LinkedDataError) {
        let types = value.kind == .array ? Array(value.elements) : [value]
        var expanded = result[.type]?.elements ?? []
        for type in types {
            guard type.kind == .string else {
                throw fault(.invalidType, "@type has to be text, or texts in an array.", type)
            }
            let iri = typeScope.state.expand(expansion.text(type), documentRelative: true, vocabulary: true)
            if iri != Keyword.json.text { try expansion.checkReference(iri, type, "A type") }
            expanded.append(iri.map { .string($0) } ?? .null)
        }
        let isOne = expanded.count == 1 && value.kind != .array
        result[.type] = isOne ? expanded[0] : .array(expanded)
    }

    private mutating func expand(included value: JSONValue) throws(LinkedDataError) {
        let expanded = try expansion.expand(value, in: active, property: nil)
        let nodes = expanded.isNull ? [] : expanded.elements
        let areNodes = nodes.allSatisfy { $0.map.map { !$0.has(.value) && !$0.has(.list) && !$0.has(.set) } ?? false }
        guard areNodes, !nodes.isEmpty || value.kind == .array else {
            throw fault(.invalidIncluded, "What is @included has to be objects.", value)
        }
        result.add(.array(nodes), to: Keyword.included.text)
    }

    private mutating func expand(value: JSONValue) throws(LinkedDataError) {
        if inputType == Keyword.json.text {
            result[.value] = .json(value)
        } else if value.kind == .object || value.kind == .array {
            throw fault(.invalidValueObjectValue, "@value has to be a text, a number, true, false or null.", value)
        } else {
            result[.value] = LinkedDataValue(value)
        }
    }

    private mutating func expand(reverse value: JSONValue) throws(LinkedDataError) {
        guard value.kind == .object else { throw fault(.invalidReverse, "@reverse has to be an object.", value) }
        let expanded = try expansion.expand(value, in: active, property: Keyword.reverse.text)
        guard let map = expanded.map else { return }
        for (key, nodes) in map.members {
            if key == Keyword.reverse.text {
                for (key, nodes) in nodes.map?.members ?? LinkedDataMap().members { result.add(nodes, to: key) }
            } else {
                try addReverse(nodes, to: key, value)
            }
        }
    }
}
