internal import JSON

/// A value of a rule's `any`, `all` or `none`, ready to be compared with values of statements.
enum ProfileValue: Sendable {
    case string(String)
    case number(JSONDecimal)
    case boolean(Bool)
    case null
    case container(JSONValue)

    init(_ value: JSONValue) {
        switch value.kind {
        case .string: self = .string(value.string ?? "")
        case .number: self = .number(JSONDecimal(value.bytes))
        case .boolean: self = .boolean(value.boolean == true)
        case .null: self = .null
        case .object, .array: self = .container(value)
        }
    }

    /// Whether a value of a statement is the same: numbers by value, objects whatever the order of their members.
    func equals(_ node: Int, in document: JSONDocument) -> Bool {
        switch (self, document.kind(node)) {
        case (.string(let text), .string): document.text(node, equals: text)
        case (.number(let number), .number): number == JSONDecimal(document.slice(node))
        case (.boolean(let boolean), .boolean): boolean == document.entry(node).isTrue
        case (.null, .null): true
        case (.container(let value), .object), (.container(let value), .array):
            Self.areEqual(value, JSONValue(document: document, node: node))
        default: false
        }
    }

    private static func areEqual(_ one: JSONValue, _ other: JSONValue) -> Bool {
        guard one.kind == other.kind, one.count == other.count else { return false }
        switch one.kind {
        case .object:
            return one.members.allSatisfy { key, value in
                guard let name = key.string, let counterpart = other[name] else { return false }
                return areEqual(value, counterpart)
            }
        case .array:
            return zip(one.elements, other.elements).allSatisfy(areEqual)
        default:
            return ProfileValue(one).equals(other.node, in: other.document)
        }
    }
}
