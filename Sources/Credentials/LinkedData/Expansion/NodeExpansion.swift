internal import JSON

/// Expands one object.
struct NodeExpansion {
    let expansion: Expansion
    let element: JSONValue
    let property: RDFText?
    /// The context that holds for the object's members.
    var active: ActiveContext
    /// The context in which the object's types stand, before those bring contexts of their own.
    var typeScope: ActiveContext
    /// The object's type, when it is for a value.
    var inputType: RDFText?
    var result = LinkedDataMap()
    /// The names of members that are passed over.
    let omitted: [RDFText]

    init(
        _ expansion: Expansion, _ element: JSONValue, in active: ActiveContext, property: RDFText?,
        isFromMap: Bool = false, omitting omitted: [RDFText] = []
    ) throws(LinkedDataError) {
        self.expansion = expansion
        self.element = element
        self.property = property
        self.omitted = omitted
        let scoped = property.flatMap { active.term($0)?.scoped }
        var active = active
        if let previous = active.previous, !isFromMap, !Self.keepsContext(element, active) { active = previous }
        if let scoped {
            active = try expansion.apply(scoped, to: active, rules: .init(overridesProtected: true), at: element)
        }
        if let context = element["@context"] { active = try expansion.apply(context: context, to: active) }
        self.active = active
        typeScope = active
        try applyTypes()
    }

    /// Whether a context that doesn't hold for nodes within holds for this object: a value, or a mere reference.
    private static func keepsContext(_ element: JSONValue, _ active: ActiveContext) -> Bool {
        var count = 0
        var hasID = false
        for (key, _) in element.members {
            count += 1
            let name = RDFText(key.document.text(key.node))
            switch active.state.expand(name, vocabulary: true).flatMap({ Keyword($0) }) {
            case .value: return true
            case .id: hasID = true
            default: break
            }
        }
        return hasID && count == 1
    }

    /// Applies the contexts that the object's types bring, in the order of the types' names.
    private mutating func applyTypes() throws(LinkedDataError) {
        var members: [(name: RDFText, value: JSONValue)] = []
        for (key, value) in element.members {
            let name = expansion.text(key)
            if active.state.expand(name, vocabulary: true) == Keyword.type.text { members.append((name, value)) }
        }
        guard !members.isEmpty else { return }
        if members.count > 1 { members.sort { $0.name < $1.name } }
        for (_, value) in members {
            var types = value.kind == .array ? Array(value.elements) : [value]
            types.removeAll { $0.kind != .string }
            for type in types.map({ expansion.text($0) }).sorted() {
                guard let scoped = typeScope.term(type)?.scoped else { continue }
                active = try expansion.apply(scoped, to: active, rules: .init(propagates: false), at: value)
            }
        }
        guard let first = members.first?.value else { return }
        let last = first.kind == .array ? Array(first.elements).last : first
        guard let last, last.kind == .string else { return }
        inputType = active.state.expand(expansion.text(last), vocabulary: true)
    }

    /// The expanded object; `null` when nothing is left.
    mutating func expanded() throws(LinkedDataError) -> LinkedDataValue {
        try expandMembers(of: element)
        return try finished()
    }

    /// Says that something would be lost, when nothing may be.
    func refuse(_ element: JSONValue, _ message: @autoclosure () -> String) throws(LinkedDataError) {
        try expansion.refuse(element, message())
    }
}
