import JSON

/// How a member's value is read, checked and written.
struct Format<Value: Sendable>: Sendable {
    /// What the value is in a cell of a spreadsheet.
    let shape: CellShape
    /// Reads a value; nil when there is none or it is at fault, which the reader has then been told.
    let read: @Sendable (JSONValue, inout Reader) -> Value?
    /// Writes a value.
    let write: @Sendable (Value, inout JSONWriter, Form) -> Void
}

extension Format where Value: CASEClass {
    /// An object of CASE; `[]` is how PHP writes an empty one.
    static var object: Format {
        Format(
            shape: .json,
            read: { $0.kind == .array && $0.count == 0 ? nil : Value.read($0, &$1) },
            write: { $0.write(to: &$1, $2) })
    }
}

extension Format {
    /// Values of one format in an array; a single one may stand for itself.
    static func list<Element: Sendable>(of element: Format<Element>) -> Format where Value == [Element] {
        Format(
            shape: element.shape == .text ? .texts : .json,
            read: { value, reader in
                guard value.kind == .array else { return element.read(value, &reader).map { [$0] } }
                var values: [Element] = []
                for (position, item) in value.elements.enumerated() {
                    reader.enter(position)
                    // An element that is null or empty says nothing.
                    if !item.isNull && !item.isEmptyText, let read = element.read(item, &reader) { values.append(read) }
                    reader.leave()
                }
                return values
            },
            write: { values, writer, form in
                writer.array { for value in values { element.write(value, &$0, form) } }
            })
    }
}

extension Format<AssociationType> {
    /// One of CASE's types of associations.
    static let associationType = Format(
        shape: .text,
        read: { value, reader in
            guard let name = Format<String>.text.read(value, &reader) else { return nil }
            guard let type = AssociationType(rawValue: name) else {
                reader.fault(.associationType, "\"\(name)\" is none of CASE's types of associations.")
                return nil
            }
            return type
        },
        write: { type, writer, _ in writer.string(type.rawValue) })
}

/// What a member's value is in a cell of a spreadsheet, where everything is a text.
enum CellShape: Sendable {
    /// The text itself.
    case text
    /// The number's digits.
    case number
    /// One text a line.
    case texts
    /// The value as JSON.
    case json
}
