/// Rules on contexts.
extension Rule {
    static let contextType = Rule("context-type", "XAPI-00006", "2.4.6", "context is an object.")
    static let revisionAllowed = Rule(
        "context-revision-activity", "XAPI-00084", "2.4.6",
        "revision stands only where the object is an Activity.")
    static let platformAllowed = Rule(
        "context-platform-activity", "XAPI-00085", "2.4.6",
        "platform stands only where the object is an Activity.")
    static let contextActivities = Rule(
        "context-activities", "XAPI-00086", "2.4.6.2",
        "contextActivities is an object.")
    static let registration = Rule("context-registration", "XAPI-00087-1", "2.4.6.1", "registration is a UUID.")
    static let instructor = Rule("context-instructor", "XAPI-00087-2", "2.4.6", "instructor is an Agent or Group.")
    static let team = Rule("context-team", "XAPI-00088", "2.4.6", "team is a Group.")
    static let revision = Rule("context-revision", "XAPI-00089", "2.4.6", "revision is a string.")
    static let platform = Rule("context-platform", "XAPI-00090", "2.4.6", "platform is a string.")
    static let language = Rule("context-language", "XAPI-00091", "2.4.6", "language is a language tag of RFC 5646.")
    static let contextStatement = Rule("context-statement", "XAPI-00092", "2.4.6", "statement is a StatementRef.")
    static let contextActivityKey = Rule(
        "context-activity-key", "XAPI-00093", "2.4.6.2",
        "The members of contextActivities are parent, grouping, category and other.")
    static let contextActivity = Rule(
        "context-activity", "XAPI-00094", "2.4.6.2",
        "A member of contextActivities is an Activity or an array of Activities.")
    static let contextAgents = Rule(
        "context-agents", nil, "2.0: 4.2.2.5",
        "contextAgents is an array of contextAgent objects, each with an agent.")
    static let contextGroups = Rule(
        "context-groups", nil, "2.0: 4.2.2.5",
        "contextGroups is an array of contextGroup objects, each with a group.")
    static let relevantTypes = Rule(
        "context-relevant-types", nil, "2.0: 4.2.2.5",
        "relevantTypes is an array of IRIs that isn't empty.")

    static let contextsGroup: [Rule] = [
        contextType, revisionAllowed, platformAllowed, contextActivities, registration, instructor, team,
        revision, platform, language, contextStatement, contextActivityKey, contextActivity, contextAgents,
        contextGroups, relevantTypes,
    ]
}
