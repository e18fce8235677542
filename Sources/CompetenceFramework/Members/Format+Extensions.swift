import JSON

extension Format<Extensions> {
    /// An object of members beyond CASE's own.
    static let extensions = Format(
        shape: .json,
        read: { value, reader in
            if value.kind == .array && value.count == 0 { return nil }
            guard value.kind == .object else {
                reader.fault(.kind, "An object is expected, not \(value.kind.words).")
                return nil
            }
            return Extensions(members(value, &reader))
        },
        write: { extensions, writer, _ in ExtensionValue.write(extensions.members, to: &writer) })

    /// The same in an array, as CASE 1.1 has it on the levels of a rubric's criterion; an object is read too.
    static let extensionList = Format(
        shape: .json,
        read: { value, reader in
            guard value.kind == .array else { return extensions.read(value, &reader) }
            var merged: [String: ExtensionValue] = [:]
            for (position, element) in value.elements.enumerated() {
                reader.enter(position)
                for (name, value) in extensions.read(element, &reader)?.members ?? [:] {
                    if let other = merged.updateValue(value, forKey: name), other != value {
                        reader.fault(.extensionTwice, "\"\(name)\" has another value in an element before.")
                    }
                }
                reader.leave()
            }
            return Extensions(merged)
        },
        write: { extensions, writer, form in
            writer.array { Format<Extensions>.extensions.write(extensions, &$0, form) }
        })

    private static func members(_ value: JSONValue, _ reader: inout Reader) -> [String: ExtensionValue] {
        var members: [String: ExtensionValue] = [:]
        for (key, member) in value.members {
            let name = key.string ?? ""
            reader.enter(name)
            // Names that differ in bytes only, not as Unicode text, would become one.
            if members.updateValue(tree(member, &reader), forKey: name) != nil {
                reader.fault(.extensionTwice, "The name stands twice, in differing forms of the same characters.")
            }
            reader.leave()
        }
        return members
    }

    private static func tree(_ value: JSONValue, _ reader: inout Reader) -> ExtensionValue {
        switch value.kind {
        case .object: return .object(members(value, &reader))
        case .array:
            var elements: [ExtensionValue] = []
            for (position, element) in value.elements.enumerated() {
                reader.enter(position)
                elements.append(tree(element, &reader))
                reader.leave()
            }
            return .array(elements)
        case .string: return .string(value.string ?? "")
        case .number: return ExactNumber(value).flatMap { reader.kept($0) }.map { .number($0) } ?? .null
        case .boolean: return .boolean(value.boolean ?? false)
        case .null: return .null
        }
    }
}
