/// The columns of the sheet Associations.
enum AssociationColumn {
    /// An end of an association: by name, or with title, URI and target type, or whole as JSON.
    struct End {
        let name: String
        let member: String
        var title: String { name + "Title" }
        var uri: String { name + "URI" }
        var type: String { name + "Type" }
        var all: [String] { [name, title, uri, type] }
    }

    static let place = "place"
    static let origin = End(name: "origin", member: "originNodeURI")
    static let destination = End(name: "destination", member: "destinationNodeURI")
    static let first = [place, "associationType"]
    static let all =
        first + origin.all + destination.all + ExtensionColumn.association.map(\.header)
        + CFAssociation.table.members.filter { !$0.isStandalone && $0.name != "associationType" }.map(\.name)

    /// The identifier of a node outside CASE: the last part of its URI.
    static func identifier(ofExternal uri: String) -> String? {
        guard let slash = uri.utf8.lastIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }) else {
            return nil
        }
        let last = String(uri[uri.utf8.index(after: slash)...])
        return last.isEmpty ? nil : UUIDText.canonical(last) ?? last
    }
}

/// The columns of the sheet Rubrics, in whose rows a rubric is followed by its criteria, a criterion by its levels.
enum RubricColumn {
    static let object = "object"
    static let rubric = "CFRubric"
    static let criterion = "CFRubricCriterion"
    static let level = "CFRubricCriterionLevel"
    static let criteria = "CFRubricCriteria"
    static let levels = "CFRubricCriterionLevels"

    static let all: [String] = {
        var names = [object, "title", "description", "quality", "score", "feedback", "weight", "position"]
        let members =
            CFRubric.table.members.map(\.name) + CFRubricCriterion.table.members.map(\.name)
            + CFRubricCriterionLevel.table.members.map(\.name)
        for name in members where !names.contains(name) && name != criteria && name != levels { names.append(name) }
        return names
    }()
}

/// The columns of the sheet Definitions.
enum DefinitionColumn {
    static let list = "list"
    /// The row of what belongs to the definitions as a whole.
    static let whole = "CFDefinitions"

    static let all: [String] = {
        var names = [list, "title", "description"]
        let members =
            CFConcept.table.members.map(\.name) + CFLicense.table.members.map(\.name)
            + CFItemType.table.members.map(\.name)
        for name in members where !names.contains(name) { names.append(name) }
        return names
    }()
}
