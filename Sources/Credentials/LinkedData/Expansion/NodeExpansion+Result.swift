internal import JSON

/// The result of expanding an object, checked as a whole.
extension NodeExpansion {
    /// The value, set, list or node that the members make; `null` when nothing is left.
    mutating func finished() throws(LinkedDataError) -> LinkedDataValue {
        if result.has(.value) {
            guard let value = try finishedValue() else {
                try refuse(element, "A value that is null is left out.")
                return .null
            }
            return try checkPlace(value)
        }
        if let type = result[.type] { result[.type] = .array(type.elements) }
        if result.has(.set) || result.has(.list) {
            guard result.count == 1 || result.count == 2 && result.has(.index) else {
                throw LinkedDataError(
                    .invalidSetOrList, "Beside @set and @list only @index may stand.", at: element.pointer)
            }
            if let set = result[.set] { return try checkPlace(set) }
            return try checkPlace(.object(result))
        }
        if result.count == 1, result.has(.language) {
            try refuse(element, "An object with a language alone is left out.")
            return .null
        }
        return try checkPlace(.object(result))
    }

    /// Leaves out what says nothing at the top of a document or graph.
    private func checkPlace(_ value: LinkedDataValue) throws(LinkedDataError) -> LinkedDataValue {
        guard property == nil || property == Keyword.graph.text, let map = value.map else { return value }
        let saysNothing = map.isEmpty || map.has(.value) || map.has(.list) || map.count == 1 && map.has(.id)
        guard saysNothing else { return value }
        if !map.isEmpty || element.count > 0 { try refuse(element, "An object that states nothing is left out.") }
        return .null
    }

    private mutating func finishedValue() throws(LinkedDataError) -> LinkedDataValue? {
        let isAllowed = result.keys.allSatisfy { key in
            switch Keyword(key) {
            case .direction, .index, .language, .type, .value: true
            default: false
            }
        }
        let hasText = result.has(.language) || result.has(.direction)
        guard isAllowed, !(result.has(.type) && hasText) else {
            throw LinkedDataError(
                .invalidValueObject, "A value has members that it can't have, or a type beside a language.",
                at: element.pointer)
        }
        let type = result[.type]
        if type == .string(Keyword.json.text) { return .object(result) }
        guard let value = result[.value], !value.isNull else { return nil }
        if result.has(.language), value.text == nil {
            throw LinkedDataError(
                .invalidLanguageTaggedValue, "Only text can be in a language.", at: element.pointer)
        }
        if let type {
            guard let iri = type.text, IRI.isAbsolute(iri) else {
                throw LinkedDataError(.invalidTypedValue, "The type of a value has to be an IRI.", at: element.pointer)
            }
        }
        try expansion.checkDatatype(result, element)
        return .object(result)
    }
}
