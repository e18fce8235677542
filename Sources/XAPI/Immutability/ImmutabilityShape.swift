/// What a value of a statement is, as far as that decides which differences don't count.
enum ImmutabilityShape {
    case statement, subStatement, verb, object, activity, reference, agent, context, contextActivities, contextAgent
    case result, attachment
    /// Lists without an order; of Activities also a single one.
    case agents, activities, contextAgents, attachments, texts
    /// Strings.
    case lowercase, mailbox, instant, duration
    /// A value that counts as it is.
    case plain
    /// A value that doesn't count.
    case ignored

    /// The shape of a member's value.
    func member(_ property: Property?) -> ImmutabilityShape {
        switch (self, property) {
        case (.statement, .id), (.statement, .stored), (.statement, .authority), (.statement, .version),
            (.verb, .display),
            (.activity, .definition):
            .ignored
        case (.reference, .id), (.context, .registration), (.agent, .mboxSHA1Sum),
            (.attachment, .sha2):
            .lowercase
        case (.statement, .timestamp), (.subStatement, .timestamp): .instant
        case (.statement, .actor), (.subStatement, .actor), (.context, .instructor), (.context, .team),
            (.contextAgent, .agent), (.contextAgent, .group):
            .agent
        case (.statement, .verb), (.subStatement, .verb): .verb
        case (.statement, .object), (.subStatement, .object): .object
        case (.statement, .context), (.subStatement, .context): .context
        case (.statement, .result), (.subStatement, .result): .result
        case (.statement, .attachments), (.subStatement, .attachments): .attachments
        case (.agent, .member): .agents
        case (.agent, .mbox): .mailbox
        case (.context, .statement): .reference
        case (.context, .contextActivities): .contextActivities
        case (.context, .contextAgents), (.context, .contextGroups): .contextAgents
        case (.contextActivities, _): .activities
        case (.contextAgent, .relevantTypes): .texts
        case (.result, .duration): .duration
        default: .plain
        }
    }

    /// The shape of a list's elements; nil for what isn't a list without an order.
    var element: ImmutabilityShape? {
        switch self {
        case .agents: .agent
        case .activities: .activity
        case .contextAgents: .contextAgent
        case .attachments: .attachment
        case .texts: .plain
        default: nil
        }
    }

    /// The `objectType` that is meant when none is written, as JSON.
    var defaultType: [UInt8]? {
        switch self {
        case .agent: Self.agentType
        case .activity: Self.activityType
        default: nil
        }
    }

    private static let agentType = Array("\"Agent\"".utf8)
    private static let activityType = Array("\"Activity\"".utf8)
}
