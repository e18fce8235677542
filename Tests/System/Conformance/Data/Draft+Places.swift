extension Draft {
    /// The types of JSON values.
    enum Kind {
        case object, array, string, number, boolean, null
    }

    var kind: Kind {
        switch self {
        case .object: .object
        case .array: .array
        case .json(let text):
            switch text.first {
            case "\"": .string
            case "t", "f": .boolean
            case "n": .null
            default: .number
            }
        }
    }

    /// What stands at a JSON Pointer whose names hold neither "/" nor "~".
    func value(at pointer: String) -> Draft? {
        var value = self
        for token in pointer.split(separator: "/") {
            switch value {
            case .object(let members):
                guard let member = members.first(where: { $0.name == token }) else { return nil }
                value = member.value
            case .array(let elements):
                guard let index = Int(token), elements.indices.contains(index) else { return nil }
                value = elements[index]
            case .json: return nil
            }
        }
        return value
    }

    /// The pointers of all values in the one at a pointer, itself included, but not of those in extensions and
    /// language maps, where any key and, in the former, any value may stand.
    func pointers(from pointer: String) -> [String] {
        guard let value = value(at: pointer) else { return [] }
        let names: [String] =
            switch value {
            case .object(let members): Self.isMap(pointer) ? [] : members.map(\.name)
            case .array(let elements): elements.indices.map(String.init)
            case .json: []
            }
        return [pointer] + names.flatMap { pointers(from: pointer + "/" + $0) }
    }

    /// Whether keys of the sender's own choice stand at a pointer.
    static func isMap(_ pointer: String) -> Bool {
        ["/extensions", "/display", "/description", "/definition/name"].contains { pointer.hasSuffix($0) }
    }
}

extension Site {
    /// Each place in this one, itself included.
    var inside: [Site] { statement.pointers(from: pointer).map { Site($0, in: statement, versions: versions) } }

    var value: Draft? { statement.value(at: pointer) }

    /// The last name of the pointer, and what comes before it.
    var name: Substring { pointer.split(separator: "/").last ?? "" }
    var parent: String { String(pointer.dropLast(name.count + 1)) }

    /// Every place in statements of every form, once.
    static let all: [Site] =
        [
            Site(""), Site("/object", in: subStatement()), Site("/object", in: .statement(about: .agent)),
            Site("/object", in: .statement(about: .group)), Site("/object", in: .statement(about: .reference)),
            Site("/object/definition", in: .statement(interaction: .matching)), Site("/authority", in: pairAuthority),
        ].flatMap { $0.inside.dropFirst() }
        + [
            Site("/context/contextAgents", in: context2, versions: [.v2_0]),
            Site("/context/contextGroups", in: context2, versions: [.v2_0]),
        ].flatMap(\.inside)
}
