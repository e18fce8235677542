internal import JSON

/// Brings documents into expanded form (JSON-LD 1.1 API, Expansion).
struct Expansion {
    let processor: ContextProcessor
    let cache: ContextCache
    let isStrict: Bool
    /// Whether a strict document may have contexts that stand in it.
    let takesOwnContexts: Bool
    /// Whether the directions of texts get a place in the graph.
    let keepsDirections: Bool
    let base: RDFText?

    /// Expands a whole document; members of its object with some names are passed over.
    func expand(
        document: JSONValue, in active: ActiveContext, omitting omitted: [RDFText]
    ) throws(LinkedDataError) -> [LinkedDataValue] {
        let expanded: LinkedDataValue
        if document.kind == .object {
            var node = try NodeExpansion(self, document, in: active, property: nil, omitting: omitted)
            expanded = try node.expanded()
        } else {
            expanded = try expand(document, in: active, property: nil)
        }
        if let map = expanded.map, map.count == 1, let graph = map[.graph] { return graph.elements }
        return expanded.isNull ? [] : expanded.elements
    }

    /// Expands a value; `null` when nothing is left.
    func expand(
        _ element: JSONValue, in active: ActiveContext, property: RDFText?, isFromMap: Bool = false
    ) throws(LinkedDataError) -> LinkedDataValue {
        switch element.kind {
        case .null: return .null
        case .array: return try expand(array: element, in: active, property: property, isFromMap: isFromMap)
        case .object:
            var node = try NodeExpansion(self, element, in: active, property: property, isFromMap: isFromMap)
            return try node.expanded()
        case .string, .number, .boolean:
            guard let property, property != Keyword.graph.text else {
                try refuse(element, "A value stands where only objects count.")
                return .null
            }
            var active = active
            if let scoped = active.term(property)?.scoped {
                active = try apply(scoped, to: active, rules: .init(overridesProtected: true), at: element)
            }
            return try expand(scalar: element, in: active, property: property)
        }
    }

    private func expand(
        array: JSONValue, in active: ActiveContext, property: RDFText?, isFromMap: Bool
    ) throws(LinkedDataError) -> LinkedDataValue {
        let isList = property.flatMap { active.term($0) }?.container.contains(.list) ?? false
        var elements: [LinkedDataValue] = []
        for element in array.elements {
            let expanded = try expand(element, in: active, property: property, isFromMap: isFromMap)
            switch expanded {
            case .null: continue
            case .array(let inner) where isList: elements.append(Self.list(inner))
            case .array(let inner): elements += inner
            default: elements.append(expanded)
            }
        }
        return .array(elements)
    }

    /// A list object.
    static func list(_ elements: [LinkedDataValue]) -> LinkedDataValue {
        var map = LinkedDataMap()
        map[.list] = .array(elements)
        return .object(map)
    }

    /// Applies a context; errors get the place.
    func apply(
        _ local: LocalContext, to active: ActiveContext, rules: ContextProcessor.Rules, at element: JSONValue
    ) throws(LinkedDataError) -> ActiveContext {
        do throws(LinkedDataError) {
            return try cache.apply(local, to: active, rules: rules, processor: processor)
        } catch {
            throw error.located(at: element.pointer)
        }
    }

    /// Says that something would be lost, when nothing may be.
    func refuse(_ element: JSONValue, _ message: @autoclosure () -> String) throws(LinkedDataError) {
        if isStrict { throw LinkedDataError(.dataLoss, message(), at: element.pointer) }
    }

    /// The text of a string.
    func text(_ element: JSONValue) -> RDFText { RDFText(element.document.text(element.node)) }
}
