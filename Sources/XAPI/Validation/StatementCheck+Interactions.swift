internal import JSON

/// Interaction activities.
extension StatementCheck {
    /// The interaction properties of a definition.
    struct Interaction {
        var type: Int?
        var hasProperties = false
        /// The names of the component lists.
        var lists: [Int] = []
    }

    /// The ten types of interactions, with the component lists each may have.
    private enum InteractionType: String {
        case trueFalse = "true-false"
        case choice
        case fillIn = "fill-in"
        case longFillIn = "long-fill-in"
        case matching
        case performance
        case sequencing
        case likert
        case numeric
        case other

        var lists: [Property] {
            switch self {
            case .choice, .sequencing: [.choices]
            case .likert: [.scale]
            case .matching: [.source, .target]
            case .performance: [.steps]
            case .trueFalse, .fillIn, .longFillIn, .numeric, .other: []
            }
        }
    }

    /// Checks that type and lists of an interaction fit each other.
    func checkInteraction(_ definition: Int, _ interaction: Interaction) {
        guard let node = interaction.type else {
            if interaction.hasProperties {
                report.add(.interactionTypeRequired, definition, "interactionType is missing.")
            }
            return
        }
        guard isKind(node, .string, .interactionType, "interactionType") else { return }
        guard let type = InteractionType(rawValue: document.string(node)) else {
            report.add(.interactionType, node, "\(quoted(node)) is no type of interaction.")
            return
        }
        for key in interaction.lists {
            guard let list = Property(document, key: key), !type.lists.contains(list) else { continue }
            report.add(.componentListAllowed, key, "A \(type.rawValue) interaction has no \(list.name).")
        }
    }

    /// Checks a pattern of correct responses.
    func correctResponses(_ node: Int) {
        guard isKind(node, .array, .correctResponses, "correctResponsesPattern") else { return }
        document.forEachElement(node) { _, response in text(response, .correctResponses) }
    }

    /// Checks a list of interaction components.
    func components(_ node: Int) {
        guard isKind(node, .array, .componentList, "A list of interaction components") else { return }
        var seen: Set<[UInt8]> = []
        document.forEachElement(node) { _, component in
            guard let id = self.component(component) else { return }
            if !seen.insert(Array(document.text(id))).inserted {
                report.add(.componentUnique, id, "The id \(quoted(id)) stands twice in the list.")
            }
        }
    }

    /// Checks one component; returns its id when that is a string.
    private func component(_ node: Int) -> Int? {
        guard isKind(node, .object, .componentList, "An interaction component") else { return nil }
        var id: Int?
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .id:
                id = value
                text(value, .componentID)
            case .description: languageMap(value, .componentDescription)
            default: unknown(key, [.id, .description])
            }
        }
        require(id, "id", of: node, .componentID)
        return id.flatMap { document.kind($0) == .string ? $0 : nil }
    }
}
