internal import JSON

/// What all objects of the data model have in common.
extension DataModelCheck {
    /// Contexts: a list, the version's own first, URLs and objects after it (§4.3).
    mutating func checkContexts(_ document: JSONValue, _ versions: [DataModelVersion]) {
        guard let contexts = document["@context"] else {
            return fault(document, .contexts, "The member “@context” is missing.")
        }
        guard contexts.kind == .array, let first = contexts[0] else {
            return fault(contexts, .contexts, "This must be a list of contexts.")
        }
        if !versions.contains(where: { first.string.map(sameBytes($0.rawValue)) == true }) {
            let url = versions.first?.rawValue ?? ""
            fault(first, .contexts, "The first context must be “\(url)”.")
        }
        for context in contexts.elements.dropFirst() {
            switch context.kind {
            case .object: continue
            case .string:
                if !Self.isURL(context) { fault(context, .contexts, "This must be a URL.") }
            default: fault(context, .contexts, "A context must be a URL or an object.")
            }
        }
    }

    /// An id is one URL (§4.4).
    mutating func checkIdentifier(_ object: JSONValue, isRequired: Bool = false, rule: DataModelRule = .identifiers) {
        guard let id = object["id"] else {
            if isRequired { fault(object, rule, "The member “id” is missing.") }
            return
        }
        if !Self.isURL(id) { fault(id, .identifiers, "An id must be a single URL.") }
    }

    /// Types: one or more terms or URLs, one of them of a name (§4.5).
    mutating func checkTypes(_ object: JSONValue, including name: String? = nil) {
        guard let member = object["type"] else {
            return fault(object, .types, "The member “type” is missing.")
        }
        let types = member.kind == .array ? Array(member.elements) : [member]
        if types.isEmpty { return fault(member, .types, "There must be at least one type.") }
        for type in types where !Self.isTermOrURL(type) {
            fault(type, .types, "A type must be a term or a URL.")
        }
        guard let name, !types.contains(where: { $0.string.map(sameBytes(name)) == true }) else { return }
        fault(member, .types, "“\(name)” must be among the types.")
    }

    /// The objects of a member, each with a type and perhaps an id.
    mutating func checkTyped(
        _ document: JSONValue, _ name: String, _ rule: DataModelRule, requiresIdentifier: Bool = false
    ) {
        for object in objects(document, name, rule) {
            checkTypes(object)
            checkIdentifier(object, isRequired: requiresIdentifier, rule: rule)
        }
    }

    /// A link: a URL, or an object with one as its id.
    mutating func checkLink(_ value: JSONValue, _ rule: DataModelRule) {
        switch value.kind {
        case .object:
            checkIdentifier(value, isRequired: true, rule: rule)
            checkText(value, "name")
            checkText(value, "description")
        default: if !Self.isURL(value) { fault(value, rule, "This must be a URL, or an object with an id.") }
        }
    }

    static func isURL(_ value: JSONValue) -> Bool {
        guard let bytes = value.stringBytes, let end = IRI.schemeEnd(bytes) else { return false }
        return end + 1 < bytes.count && IRI.isAbsolute(RDFText(bytes))
    }

    private static func isTermOrURL(_ value: JSONValue) -> Bool {
        guard let bytes = value.stringBytes, !bytes.isEmpty else { return false }
        return bytes.contains(UInt8(ascii: ":")) ? isURL(value) : bytes.allSatisfy { $0 > 0x20 }
    }
}
