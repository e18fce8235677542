package import JSON

/// A value of an expanded document, or of a context before it is processed.
package enum LinkedDataValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number by its digits as received.
    case number(RDFText)
    /// A text.
    case string(RDFText)
    /// Values in a row.
    case array([LinkedDataValue])
    /// Members.
    case object(LinkedDataMap)
    /// A JSON value that means itself, whatever it holds.
    case json(JSONValue)

    /// Copies a value as it stands.
    package init(_ value: JSONValue) {
        switch value.kind {
        case .null: self = .null
        case .boolean: self = .boolean(value.boolean == true)
        case .number: self = .number(RDFText(value.bytes))
        case .string: self = .string(RDFText(value.document.text(value.node)))
        case .array: self = .array(value.elements.map { LinkedDataValue($0) })
        case .object:
            var map = LinkedDataMap()
            for (key, member) in value.members {
                map[RDFText(key.document.text(key.node))] = LinkedDataValue(member)
            }
            self = .object(map)
        }
    }

    /// The text, of texts.
    var text: RDFText? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The members, of objects.
    var map: LinkedDataMap? {
        if case .object(let map) = self { map } else { nil }
    }

    /// The truth, of `true` and `false`.
    var truth: Bool? {
        if case .boolean(let truth) = self { truth } else { nil }
    }

    /// Whether this is `null`.
    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The elements of an array, or the value alone.
    var elements: [LinkedDataValue] {
        if case .array(let elements) = self { elements } else { [self] }
    }

    /// Whether this is an object with a member of this name.
    func has(_ keyword: Keyword) -> Bool {
        if case .object(let map) = self { map.has(keyword) } else { false }
    }
}

extension LinkedDataValue: Equatable {
    /// Whether two values are the same; JSON values are when they are written alike.
    package static func == (left: LinkedDataValue, right: LinkedDataValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.json(let left), .json(let right)): left.bytes == right.bytes
        default: false
        }
    }
}
