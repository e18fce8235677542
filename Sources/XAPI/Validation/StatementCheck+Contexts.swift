internal import JSON

/// Contexts.
extension StatementCheck {
    /// Checks a context.
    func context(_ node: Int, objectKind: ObjectKind) {
        guard isKind(node, .object, .contextType, "context") else { return }
        let hasActivity = objectKind == .activity || objectKind == .unknown
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .registration: uuid(value, .registration)
            case .instructor: actor(value, .instructor)
            case .team: onlyGroup(value, .team)
            case .contextActivities: contextActivities(value)
            case .revision:
                text(value, .revision)
                if !hasActivity { report.add(.revisionAllowed, key, "revision needs an Activity as object.") }
            case .platform:
                text(value, .platform)
                if !hasActivity { report.add(.platformAllowed, key, "platform needs an Activity as object.") }
            case .language: languageTag(value, .language)
            case .statement: statementRef(value, .contextStatement)
            case .extensions: extensions(value)
            case .contextAgents where version == .v2_0: contextAgents(value)
            case .contextGroups where version == .v2_0: contextGroups(value)
            default: unknown(key, contextProperties)
            }
        }
    }

    private func contextActivities(_ node: Int) {
        guard isKind(node, .object, .contextActivities, "contextActivities") else { return }
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .parent, .grouping, .category, .other:
                if document.kind(value) == .array {
                    document.forEachElement(value) { _, activity in onlyActivity(activity, .contextActivity) }
                } else {
                    onlyActivity(value, .contextActivity)
                }
            default:
                report.add(
                    .contextActivityKey, key,
                    "\(quoted(key)) is none of \"parent\", \"grouping\", \"category\", \"other\".")
            }
        }
    }

    private func contextAgents(_ node: Int) {
        guard isKind(node, .array, .contextAgents, "contextAgents") else { return }
        document.forEachElement(node) { _, element in
            relevant(element, .agent, "contextAgent", .contextAgents)
        }
    }

    private func contextGroups(_ node: Int) {
        guard isKind(node, .array, .contextGroups, "contextGroups") else { return }
        document.forEachElement(node) { _, element in
            relevant(element, .group, "contextGroup", .contextGroups)
        }
    }

    /// Checks a contextAgent or contextGroup of 2.0.
    private func relevant(_ node: Int, _ content: Property, _ type: StaticString, _ rule: Rule) {
        guard isKind(node, .object, rule, "The element") else { return }
        var (objectType, actor): (Int?, Int?)
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .objectType:
                objectType = value
                constant(value, type, rule)
            case content:
                actor = value
                if content == .agent { onlyAgent(value, rule) } else { onlyGroup(value, rule) }
            case .relevantTypes: relevantTypes(value)
            default: unknown(key, [.objectType, content, .relevantTypes])
            }
        }
        require(objectType, "objectType", of: node, rule)
        require(actor, content.name, of: node, rule)
    }

    private func relevantTypes(_ node: Int) {
        guard isKind(node, .array, .relevantTypes, "relevantTypes") else { return }
        if document.isEmpty(node) { report.add(.relevantTypes, node, "relevantTypes is empty.") }
        document.forEachElement(node) { _, type in iri(type, .relevantTypes) }
    }

    private var contextProperties: [Property] {
        let shared: [Property] = [
            .registration, .instructor, .team, .contextActivities, .revision, .platform, .language, .statement,
            .extensions,
        ]
        return version == .v2_0 ? shared + [.contextAgents, .contextGroups] : shared
    }
}
