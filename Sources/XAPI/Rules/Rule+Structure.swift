/// Rules on the statement as a whole.
extension Rule {
    static let nullValue = Rule("null-value", "XAPI-00001", "2.2", "No property is null, except inside extensions.")
    static let missingActor = Rule("statement-actor", "XAPI-00003", "2.2", "A statement has an actor.")
    static let missingVerb = Rule("statement-verb", "XAPI-00004", "2.2", "A statement has a verb.")
    static let missingObject = Rule("statement-object", "XAPI-00005", "2.2", "A statement has an object.")
    static let statementType = Rule(
        "statement-type", "XAPI-00006", "2.2",
        "The body is a statement or an array of statements, each an object.")
    static let wrongCase = Rule(
        "property-case", "XAPI-00008", "2.2",
        "A property's name is written in the specification's case.")
    static let unknownProperty = Rule(
        "property-unknown", "XAPI-00010", "2.2",
        "Only the properties of the specification are used.")
    static let batchSize = Rule("batch-size", nil, "2.2", "A batch holds no more statements than the limit.")
    static let uniqueIDs = Rule(
        "batch-unique-ids", "XAPI-00027", "2.4.1",
        "No two statements of a batch have the same id.")
    static let statementID = Rule(
        "statement-id", "XAPI-00027", "2.4.1",
        "A statement's id is a UUID in standard string form.")
    static let timestamp = Rule(
        "statement-timestamp", "XAPI-00022", "2.4.7",
        "timestamp is an ISO 8601 timestamp; RFC 3339 in 2.0.")
    static let stored = Rule(
        "statement-stored", "XAPI-00023", "2.4.8",
        "stored, when sent, is an ISO 8601 timestamp; RFC 3339 in 2.0.")
    static let version = Rule(
        "statement-version", "XAPI-00101", "2.4.10",
        "version is 1.0 or 1.0.x; in 2.0 also 2.0.x.")
    static let voiding = Rule(
        "voiding-object", "XAPI-00017", "2.3.2",
        "The object of a voiding statement is a StatementRef.")

    static let structureGroup: [Rule] = [
        nullValue, missingActor, missingVerb, missingObject, statementType, wrongCase, unknownProperty,
        batchSize, uniqueIDs, statementID, timestamp, stored, version, voiding,
    ]
}
