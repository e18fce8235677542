internal import JSON

/// The members of an object.
extension NodeExpansion {
    /// Expands the members of the object, or of one nested in it.
    mutating func expandMembers(of object: JSONValue) throws(LinkedDataError) {
        var nests: [(name: RDFText, value: JSONValue)] = []
        for (key, value) in object.members {
            let name = expansion.text(key)
            if name == Keyword.context.text || omitted.contains(name) { continue }
            guard let iri = active.state.expand(name, vocabulary: true) else {
                try refuse(value, "The term \(quoted(name.string)) is defined by no context.")
                continue
            }
            if let keyword = Keyword(iri) {
                if keyword == .nest {
                    nests.append((name, value))
                } else {
                    try expand(keyword, value)
                }
                continue
            }
            guard iri.bytes.contains(UInt8(ascii: ":")), !expansion.isStrict || IRI.isAbsolute(iri) else {
                try refuse(value, "The term \(quoted(name.string)) is defined by no context.")
                continue
            }
            try expand(property: iri, name, value)
        }
        for (name, value) in nests { try expand(nest: value, name) }
    }

    private mutating func expand(nest value: JSONValue, _ name: RDFText) throws(LinkedDataError) {
        let outer = active
        defer { active = outer }
        if let scoped = active.term(name)?.scoped {
            active = try expansion.apply(scoped, to: active, rules: .init(overridesProtected: true), at: value)
        }
        for nested in value.kind == .array ? Array(value.elements) : [value] {
            let hasValue = nested.members.contains { key, _ in
                active.state.expand(expansion.text(key), vocabulary: true) == Keyword.value.text
            }
            guard nested.kind == .object, !hasValue else {
                throw LinkedDataError(
                    .invalidNest, "What is nested has to be an object other than a value.", at: nested.pointer)
            }
            try expandMembers(of: nested)
        }
    }

    private mutating func expand(
        property iri: RDFText, _ name: RDFText, _ value: JSONValue
    ) throws(LinkedDataError) {
        let term = active.term(name)
        let container = term?.container ?? []
        var expanded: LinkedDataValue
        if term?.type == .json {
            var map = LinkedDataMap()
            map[.value] = .json(value)
            map[.type] = .string(Keyword.json.text)
            expanded = .object(map)
        } else if value.kind == .object, container.contains(.language) {
            expanded = try expand(languages: value, term)
        } else if value.kind == .object, !container.isDisjoint(with: [.index, .type, .id]) {
            expanded = try expand(index: value, name, term)
        } else {
            expanded = try expansion.expand(value, in: active, property: name)
        }
        if expanded.isNull { return }
        if container.contains(.list), !expanded.has(.list) { expanded = Expansion.list(expanded.elements) }
        if container.contains(.graph), container.isDisjoint(with: [.id, .index]) {
            expanded = .array(expanded.elements.map(Self.graph))
        }
        if term?.isReverse == true {
            try addReverse(expanded, to: iri, value)
        } else {
            // An array, even for one value; an empty one is kept.
            result.add(expanded, to: iri)
        }
    }

    /// A graph object around a node.
    static func graph(_ node: LinkedDataValue) -> LinkedDataValue {
        var map = LinkedDataMap()
        map[.graph] = .array(node.elements)
        return .object(map)
    }

    /// Adds nodes whose property this object is.
    mutating func addReverse(
        _ nodes: LinkedDataValue, to iri: RDFText, _ element: JSONValue
    ) throws(LinkedDataError) {
        var reverse = result[.reverse]?.map ?? LinkedDataMap()
        if result.has(.reverse) { result[.reverse] = .null }  // so that the map has one owner and is not copied
        for node in nodes.elements {
            guard !node.has(.value), !node.has(.list) else {
                throw LinkedDataError(
                    .invalidReversePropertyValue, "Only objects can have others as properties.", at: element.pointer)
            }
            reverse.add(node, to: iri)
        }
        if !reverse.isEmpty { result[.reverse] = .object(reverse) }
    }
}
