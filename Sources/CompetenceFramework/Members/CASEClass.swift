import JSON

/// A class of CASE: an object whose members are in one table.
protocol CASEClass: Sendable, Hashable {
    /// The members in the order of the specification.
    static var table: MemberTable<Self> { get }

    /// An object without anything, to be filled by reading.
    init()
}

extension CASEClass {
    /// Reads an object; what is wrong with it goes to the reader.
    static func read(_ value: JSONValue, _ reader: inout Reader) -> Self? {
        guard value.kind == .object else {
            reader.fault(.kind, "An object is expected, not \(value.kind.words).")
            return nil
        }
        var object = Self()
        var isPresent = [Bool](repeating: false, count: table.members.count)
        for (key, member) in value.members {
            let name = key.string ?? ""
            reader.enter(name)
            defer { reader.leave() }
            guard let position = table.position(of: name) else {
                reader.remark(.unknownMember, "CASE has no member \"\(name)\" here; it is not imported.")
                continue
            }
            if member.isEmptyText && table.members[position].presence == .expected { isPresent[position] = true }
            // Known publishers write null or "" for what they don't have.
            if member.isNull || member.isEmptyText { continue }
            isPresent[position] = true
            table.members[position].read(member, &object, &reader)
        }
        for (member, isPresent) in zip(table.members, isPresent) where !isPresent {
            reader.enter(member.name)
            defer { reader.leave() }
            switch member.presence {
            case .required: reader.fault(.required, "\"\(member.name)\" is missing or empty.")
            case .expected: reader.remark(.expected, "\"\(member.name)\" is missing; it is taken as empty.")
            case .optional: break
            }
        }
        return object
    }

    /// Writes the object: members in the order of the specification, absent ones left out.
    func write(to writer: inout JSONWriter, _ form: Form) {
        writer.object { writer in
            for member in Self.table.members where member.since <= form.version {
                if member.isStandalone && form.isPackage { continue }
                member.write(self, &writer, form)
            }
        }
    }
}

extension JSONValue {
    /// Whether the value is a string without text.
    var isEmptyText: Bool { kind == .string && range.count == 2 }
}

extension JSONKind {
    /// The kind with its article, for messages.
    var words: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .boolean: "a boolean"
        case .null: "null"
        }
    }
}
