internal import JSON

/// Values that several parts of a profile have.
extension ProfileReader {
    /// Notes what is null or empty, which nothing may be.
    func refuseEmptyValues(_ root: JSONValue) {
        let document = root.document
        for node in 0..<document.nodeCount where !document.entry(node).isKey {
            let value = JSONValue(document: document, node: node)
            switch value.kind {
            case .null: fault(value, .emptyValue, "null is no value of a profile.")
            case .string where value.range.count == 2: fault(value, .emptyValue, "The text is empty.")
            case .object where document.isEmpty(node), .array where document.isEmpty(node):
                fault(value, .emptyValue, "Nothing is in it.")
            default: break
            }
        }
    }

    /// A text that has to be there.
    func text(_ object: JSONValue, _ name: String) -> String {
        guard let value = object[name] else {
            fault(object, .required, "\(name) is missing.")
            return ""
        }
        guard let text = value.string else {
            fault(value, .value, "\(name) is not a text.")
            return ""
        }
        return text
    }

    /// An IRI that has to be there.
    func iri(_ object: JSONValue, _ name: String) -> String {
        let text = text(object, name)
        if !text.isEmpty, !IRI.isValid(text) { fault(object, .value, "\(name) is no absolute IRI.") }
        return text
    }

    /// An IRI that may be left out.
    func optionalIRI(_ object: JSONValue, _ name: String) -> String? {
        object[name] == nil ? nil : iri(object, name)
    }

    /// A list of IRIs that may be left out.
    func iris(_ object: JSONValue, _ name: String) -> [String] {
        list(object, name, maximum: 1000).compactMap { value in
            guard let text = value.string, IRI.isValid(text) else {
                fault(value, .value, "An element of \(name) is no absolute IRI.")
                return nil
            }
            return text
        }
    }

    /// A list that may be left out.
    func list(_ object: JSONValue, _ name: String, maximum: Int) -> [JSONValue] {
        guard let value = object[name] else { return [] }
        guard value.kind == .array else {
            fault(value, .value, "\(name) is not an array.")
            return []
        }
        guard value.count <= maximum else {
            fault(value, .size, "\(name) has more than \(maximum) elements.")
            return []
        }
        return Array(value.elements)
    }

    /// Texts by language that have to be there.
    func languageMap(_ object: JSONValue, _ name: String) -> LanguageMap {
        if object[name] == nil { fault(object, .required, "\(name) is missing.") }
        return optionalLanguageMap(object, name) ?? LanguageMap(entries: [])
    }

    /// Texts by language that may be left out.
    func optionalLanguageMap(_ object: JSONValue, _ name: String) -> LanguageMap? {
        guard let value = object[name] else { return nil }
        guard value.kind == .object else {
            fault(value, .value, "\(name) is not a language map.")
            return nil
        }
        return LanguageMap(
            entries: value.members.compactMap { key, value in
                let tag = key.string ?? ""
                let bytes = Array(tag.utf8)
                guard LanguageTag.isValid(bytes.span), let text = value.string else {
                    fault(value, .value, "\(name) does not give a text for a language tag.")
                    return nil
                }
                return LanguageMap.Entry(tag: tag, text: text)
            })
    }

    /// A truth value that may be left out.
    func flag(_ object: JSONValue, _ name: String) -> Bool {
        guard let value = object[name] else { return false }
        if value.boolean == nil { fault(value, .value, "\(name) is neither true nor false.") }
        return value.boolean ?? false
    }

    /// Checks that a part belongs to the version that the document describes.
    func checkScheme(_ object: JSONValue) {
        let name = iri(object, "inScheme")
        scheme = scheme ?? name
        if !versionIDs.contains(name) || name != scheme {
            fault(object, .inScheme, "inScheme is not the version that the document describes.")
        }
    }
}
