public import JSON

/// A JSON value inside ``Extensions``.
public enum ExtensionValue: Sendable, Hashable {
    /// Members by name.
    case object([String: ExtensionValue])
    /// Elements in their order.
    case array([ExtensionValue])
    /// A text.
    case string(String)
    /// A number with its digits.
    case number(ExactNumber)
    /// `true` or `false`.
    case boolean(Bool)
    /// `null`.
    case null

    /// An object's members.
    public var object: [String: ExtensionValue]? { if case .object(let members) = self { members } else { nil } }

    /// An array's elements.
    public var array: [ExtensionValue]? { if case .array(let elements) = self { elements } else { nil } }

    /// A string's text.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// A number.
    public var number: ExactNumber? { if case .number(let number) = self { number } else { nil } }

    /// The value of `true` or `false`.
    public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

    /// Writes the value, members in the order of their names' bytes.
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .object(let members): Self.write(members, to: &writer)
        case .array(let elements): writer.array { for element in elements { element.write(to: &$0) } }
        case .string(let text): writer.string(text)
        case .number(let number): writer.raw(number.digits.utf8)
        case .boolean(let value): writer.boolean(value)
        case .null: writer.null()
        }
    }

    /// Writes members as an object, in the order of their names' bytes.
    static func write(_ members: [String: ExtensionValue], to writer: inout JSONWriter) {
        writer.object { writer in
            for (name, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                writer.key(name)
                value.write(to: &writer)
            }
        }
    }
}
