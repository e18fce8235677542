internal import JSON

/// Names and descriptions (§4.6), whose languages and directions are told by value objects (§11.1).
extension DataModelCheck {
    /// A text, a value object, or a list of those in several languages.
    mutating func checkText(_ object: JSONValue, _ name: String) {
        guard let member = object[name] else { return }
        switch member.kind {
        case .string: return
        case .object: checkValueObject(member)
        case .array:
            if member.count == 0 { fault(member, .namesAndDescriptions, "There must be at least one text.") }
            for element in member.elements { checkValueObject(element) }
        default: fault(member, .namesAndDescriptions, "This must be a text, or a text with its language.")
        }
    }

    private mutating func checkValueObject(_ value: JSONValue) {
        guard value.kind == .object, value["@value"]?.kind == .string else {
            return fault(value, .namesAndDescriptions, "This must be an object with a text in “@value”.")
        }
        for (key, member) in value.members {
            switch key.string ?? "" {
            case "@value": continue
            case "@language":
                if member.stringBytes.map({ IRI.isLanguageTag(RDFText($0)) }) != true {
                    fault(member, .namesAndDescriptions, "This must be a language tag, such as “en”.")
                }
            case "@direction":
                if member.string != "ltr", member.string != "rtl" {
                    fault(member, .namesAndDescriptions, "This must be “ltr” or “rtl”.")
                }
            default:
                fault(member, .namesAndDescriptions, "A text has a language and a direction, and nothing else.")
            }
        }
    }
}
