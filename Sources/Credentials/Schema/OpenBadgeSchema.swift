internal import JSON

/// Checks a credential against the data model of Open Badges 3.0: members that must be there, shapes, arrays.
///
/// The rules are those of 1EdTech's JSON schema of the achievement credential, and in addition what the specification
/// says in words only: a subject has an id or identifiers, criteria have an id or a narrative. A `ClrCredential` is
/// checked against the data model of the Comprehensive Learner Record 2.0.
struct OpenBadgeSchema {
    /// Faults beyond this many are not listed.
    static let maximumFaults = 50

    /// The edition of the credential data model by which dates and contexts are named.
    let dataModel: DataModel
    private(set) var faults: [SchemaFault] = []

    /// The faults of a credential in the order in which its members stand.
    static func faults(of credential: JSONValue, _ dataModel: DataModel = .v2) -> [SchemaFault] {
        var schema = OpenBadgeSchema(dataModel: dataModel)
        schema.checkObject(credential, credential.isLearnerRecord ? .learnerRecord : .credential)
        return Array(schema.faults.prefix(maximumFaults))
    }

    mutating func fault(_ value: JSONValue, _ message: String) {
        guard faults.count < Self.maximumFaults else { return }
        faults.append(SchemaFault(pointer: value.pointer, message: message))
    }

    mutating func checkObject(_ value: JSONValue, _ name: ObjectShape.Name) {
        guard value.kind == .object else { return fault(value, "This must be an object.") }
        let shape = ObjectShape[name]
        for name in shape.required {
            let required = sameBytes(name, DataModel.v2.start) ? dataModel.start : name
            guard value[required] == nil else { continue }
            fault(value, "The member “\(required)” is missing.")
        }
        for (key, member) in value.members {
            if let expected = shape.members[key.string ?? ""] {
                check(member, expected)
            } else if !shape.isOpen {
                fault(member, "No such member may stand here.")
            }
        }
        checkMeaning(value, name)
    }

    mutating func check(_ value: JSONValue, _ shape: Shape) {
        switch shape {
        case .object(let name): checkObject(value, name)
        case .reference(let name): if value.kind != .string { checkObject(value, name) }
        case .list(let element):
            guard value.kind == .array else { return fault(value, "This must be an array, even for one value.") }
            for item in value.elements { check(item, element) }
        case .oneOrMore(let name): check(value, value.kind == .array ? .list(.object(name)) : .object(name))
        case .types(let name): checkTypes(value, [[name]])
        default: if let message = SimpleShape.objection(to: value, shape) { fault(value, message) }
        }
    }

    /// Checks an array of types that has one of each of these lists among them.
    mutating func checkTypes(_ value: JSONValue, _ demanded: [[String]]) {
        guard value.kind == .array else { return fault(value, "This must be an array, even for one value.") }
        for item in value.elements where item.kind != .string { fault(item, "This must be a text.") }
        let types = value.elements.compactMap(\.string)
        for names in demanded where !types.contains(where: { names.contains(where: sameBytes($0)) }) {
            fault(value, "“\(names.joined(separator: "” or “"))” must be among the types.")
        }
    }
}
