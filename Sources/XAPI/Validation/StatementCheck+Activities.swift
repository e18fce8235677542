internal import JSON

/// Activities and their definitions.
extension StatementCheck {
    /// Checks an Activity.
    func activity(_ node: Int) {
        var id: Int?
        var hasIdentifier = false
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .objectType: break
            case .id:
                id = value
                iri(value, .activityID)
            case .definition: definition(value)
            case .mbox, .mboxSHA1Sum, .openID, .account, .member:
                hasIdentifier = true
                unknown(key, [])
            default: unknown(key, [.objectType, .id, .definition])
            }
        }
        require(id, "id", of: node, .activityID)
        if hasIdentifier {
            report.add(.objectNeedsType, node, "An Agent or Group as object needs \"objectType\".")
        }
    }

    /// Checks an Activity where nothing else may stand.
    @inline(__always)
    func onlyActivity(_ node: Int, _ rule: @autoclosure () -> Rule) {
        guard isKind(node, .object, rule(), "An Activity") else { return }
        if let type = document.member(node, .objectType) { constant(type, "Activity", rule()) }
        activity(node)
    }

    private func definition(_ node: Int) {
        guard isKind(node, .object, .definition, "definition") else { return }
        var interaction = Interaction()
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .name: languageMap(value, .definitionName)
            case .description: languageMap(value, .definitionDescription)
            case .type: iri(value, .definitionType)
            case .moreInfo: irl(value, .definitionMoreInfo)
            case .extensions: extensions(value)
            case .interactionType: interaction.type = value
            case .correctResponsesPattern:
                interaction.hasProperties = true
                correctResponses(value)
            case .choices, .scale, .source, .target, .steps:
                interaction.hasProperties = true
                interaction.lists.append(key)
                components(value)
            default: unknown(key, Self.definitionProperties)
            }
        }
        checkInteraction(node, interaction)
    }

    private static let definitionProperties: [Property] = [
        .name, .description, .type, .moreInfo, .extensions, .interactionType, .correctResponsesPattern, .choices,
        .scale, .source, .target, .steps,
    ]
}
