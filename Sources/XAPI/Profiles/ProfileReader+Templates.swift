internal import JSON

extension ProfileReader {
    /// Reads a template (xAPI Profiles 1.0 §8).
    func template(_ value: JSONValue) -> ProfileTemplate? {
        if text(value, "type") != "StatementTemplate" { fault(value, .value, "type is not StatementTemplate.") }
        checkScheme(value)
        let type = optionalIRI(value, "objectActivityType")
        let referred = iris(value, "objectStatementRefTemplate")
        if type != nil, !referred.isEmpty {
            fault(value, .templateObject, "objectActivityType and objectStatementRefTemplate exclude each other.")
        }
        var rules = list(value, "rules", maximum: 200).compactMap(rule)
        // What the template says of statements referred to can be told of this one only in so far as it refers.
        if !referred.isEmpty { rules += implied("$.object.objectType", all: .string("StatementRef")) }
        if !iris(value, "contextStatementRefTemplate").isEmpty { rules += implied("$.context.statement.id") }
        return ProfileTemplate(
            id: iri(value, "id"), prefLabel: languageMap(value, "prefLabel"),
            definition: languageMap(value, "definition"), isDeprecated: flag(value, "deprecated"),
            verb: optionalIRI(value, "verb"), objectActivityType: type,
            contextGroupingActivityType: iris(value, "contextGroupingActivityType"),
            contextParentActivityType: iris(value, "contextParentActivityType"),
            contextOtherActivityType: iris(value, "contextOtherActivityType"),
            contextCategoryActivityType: iris(value, "contextCategoryActivityType"),
            attachmentUsageType: iris(value, "attachmentUsageType"), rules: rules,
            json: Array(value.bytes))
    }

    private func implied(_ location: String, all: ProfileValue? = nil) -> [ProfileRule] {
        guard let path = try? ProfilePath(parsing: location) else { return [] }
        return [
            ProfileRule(
                location: location, selector: nil, presence: .included,
                requirement: "included, for the template says what it refers to", scopeNote: nil, path: path,
                selection: nil, any: nil, all: all.map { [$0] }, none: nil)
        ]
    }

    private func rule(_ value: JSONValue) -> ProfileRule? {
        guard value.kind == .object else {
            fault(value, .value, "A rule is an object.")
            return nil
        }
        let presence = value["presence"].map { _ in ProfileRule.Presence(rawValue: text(value, "presence")) }
        if presence == .some(nil) { fault(value, .templateRule, "presence is not one of the values it can have.") }
        let demands = ["presence", "any", "all", "none"].filter { value[$0] != nil }
        if demands.isEmpty { fault(value, .templateRule, "A rule needs presence, any, all or none.") }
        let words = demands.map { name in
            name == "presence"
                ? text(value, name)
                : "\(name) of " + (value[name].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")
        }
        guard let path = path(value, "location") else { return nil }
        let selection = value["selector"] == nil ? nil : self.path(value, "selector")
        return ProfileRule(
            location: text(value, "location"), selector: value["selector"]?.string, presence: presence ?? nil,
            requirement: words.joined(separator: ", "), scopeNote: optionalLanguageMap(value, "scopeNote"),
            path: path, selection: selection,
            any: values(value, "any"), all: values(value, "all"), none: values(value, "none"))
    }

    private func path(_ value: JSONValue, _ name: String) -> ProfilePath? {
        do {
            return try ProfilePath(parsing: text(value, name))
        } catch {
            let place = value[name] ?? value
            fault(place, .templateRule, "\(name) is no JSONPath (at byte \(error.offset)): \(error.reason)")
            return nil
        }
    }

    private func values(_ value: JSONValue, _ name: String) -> [ProfileValue]? {
        value[name] == nil ? nil : list(value, name, maximum: 1000).map(ProfileValue.init)
    }
}
