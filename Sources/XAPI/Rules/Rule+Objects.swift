/// Rules on verbs and objects.
extension Rule {
    static let verbType = Rule("verb-type", "XAPI-00006", "2.4.3", "verb is an object.")
    static let verbID = Rule("verb-id", "XAPI-00044", "2.4.3", "A verb has an id, which is an IRI.")
    static let verbDisplay = Rule("verb-display", "XAPI-00045", "2.4.3", "A verb's display is a language map.")
    static let objectType = Rule(
        "object-object-type", "XAPI-00046", "2.4.4",
        "An object's objectType is Activity, Agent, Group, StatementRef or SubStatement.")
    static let objectNeedsType = Rule(
        "object-type-required", "XAPI-00065", "2.4.4.2",
        "An Agent or Group as object states its objectType.")
    static let activityID = Rule("activity-id", "XAPI-00047", "2.4.4.1", "An Activity has an id, which is an IRI.")
    static let definition = Rule(
        "activity-definition", "XAPI-00048", "2.4.4.1",
        "An Activity's definition is an object.")
    static let definitionName = Rule(
        "definition-name", "XAPI-00056", "2.4.4.1",
        "A definition's name is a language map.")
    static let definitionDescription = Rule(
        "definition-description", "XAPI-00059", "2.4.4.1",
        "A definition's description is a language map.")
    static let definitionType = Rule("definition-type", "XAPI-00060", "2.4.4.1", "A definition's type is an IRI.")
    static let definitionMoreInfo = Rule(
        "definition-more-info", "XAPI-00061", "2.4.4.1",
        "A definition's moreInfo is an IRL.")
    static let statementRefID = Rule(
        "statement-ref-id", "XAPI-00072", "2.4.4.3",
        "A StatementRef has an id, which is a UUID.")
    static let statementRefType = Rule(
        "statement-ref-object-type", "XAPI-00073", "2.4.4.3",
        "A StatementRef states its objectType.")
    static let subStatementProperty = Rule(
        "sub-statement-properties", "XAPI-00070", "2.4.4.3",
        "A SubStatement has no id, stored, version or authority.")
    static let subStatementNested = Rule(
        "sub-statement-nested", "XAPI-00071", "2.4.4.3",
        "A SubStatement has no SubStatement of its own.")

    static let objectsGroup: [Rule] = [
        verbType, verbID, verbDisplay, objectType, objectNeedsType, activityID, definition, definitionName,
        definitionDescription, definitionType, definitionMoreInfo, statementRefID, statementRefType,
        subStatementProperty, subStatementNested,
    ]
}
