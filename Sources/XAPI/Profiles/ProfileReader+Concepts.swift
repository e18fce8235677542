internal import JSON

extension ProfileReader {
    private static let relations = [
        "broader", "broadMatch", "narrower", "narrowMatch", "related", "relatedMatch", "exactMatch",
    ]

    /// Reads a concept (xAPI Profiles 1.0 §7).
    func concept(_ value: JSONValue) -> ProfileConcept? {
        let id = iri(value, "id")
        checkScheme(value)
        let type = text(value, "type")
        guard let kind = ProfileConcept.Kind(rawValue: type) else {
            fault(value, .value, "\"\(type)\" is no type of concepts.")
            return nil
        }
        let isDeprecated = flag(value, "deprecated")
        if value["related"] != nil, !isDeprecated { fault(value, .related, "related is for deprecated concepts.") }
        checkExtension(value, kind)
        var (prefLabel, definition): (LanguageMap?, LanguageMap?) = (nil, nil)
        if kind == .activity {
            if value["activityDefinition"]?.kind != .object {
                fault(value, .required, "activityDefinition is missing.")
            }
        } else {
            (prefLabel, definition) = (languageMap(value, "prefLabel"), languageMap(value, "definition"))
        }
        return ProfileConcept(
            id: id, kind: kind, prefLabel: prefLabel, definition: definition, isDeprecated: isDeprecated,
            schema: value["inlineSchema"]?.string ?? value["schema"]?.string,
            relations: Self.relations.compactMap { name in
                value[name] == nil ? nil : ProfileConcept.Relation(name: name, targets: iris(value, name))
            },
            json: Array(value.bytes))
    }

    private func checkExtension(_ value: JSONValue, _ kind: ProfileConcept.Kind) {
        if value["schema"] != nil, value["inlineSchema"] != nil {
            fault(value, .extension, "schema and inlineSchema exclude each other.")
        }
        if let schema = value["inlineSchema"], (try? JSONDocument(parsing: schema.stringBytes ?? [])) == nil {
            fault(schema, .extension, "inlineSchema is not the text of a JSON Schema.")
        }
        if value["recommendedVerbs"] != nil, kind != .contextExtension, kind != .resultExtension {
            fault(value, .extension, "recommendedVerbs is for extensions of context and result.")
        }
        if value["recommendedActivityTypes"] != nil, kind != .activityExtension {
            fault(value, .extension, "recommendedActivityTypes is for extensions of activities.")
        }
        if [.stateResource, .agentProfileResource, .activityProfileResource].contains(kind) {
            _ = text(value, "contentType")
        }
    }
}
