import XAPI

extension RuleCase {
    /// Chapters 2.2, 2.3 and 2.4: the statement as a whole.
    static let structure: [RuleCase] = [
        RuleCase("null-value", "/result", Sample.statement(more: #""result":null"#)),
        RuleCase("null-value", "/actor/name", Sample.statement(actor: #"{"mbox":"mailto:a@b.c","name":null}"#)),
        RuleCase("null-value", "/verb/display/en", Sample.statement(verb: #"{"id":"x:y","display":{"en":null}}"#)),
        RuleCase("null-value", "/actor", Sample.statement(actor: "null")),
        RuleCase("null-value", "/id", Sample.statement(more: #""id":null"#)),
        RuleCase("null-value", "/attachments", Sample.statement(more: #""attachments":null"#)),
        RuleCase("statement-actor", "", Sample.statement(actor: nil)),
        RuleCase("statement-verb", "", Sample.statement(verb: nil)),
        RuleCase("statement-object", "", Sample.statement(object: nil)),
        RuleCase("statement-type", "", "5"),
        RuleCase("statement-type", "", "\"x\""),
        RuleCase("statement-type", "", "[[]]"),
        RuleCase("statement-type", "", "[true]"),
        RuleCase("property-case", "/Result", Sample.statement(more: #""Result":{}"#)),
        RuleCase("property-case", "/iD", Sample.statement(more: #""iD":"\#(Sample.id)""#)),
        RuleCase("property-case", "/timeStamp", Sample.statement(more: #""timeStamp":"2015-01-01T00:00:00Z""#)),
        RuleCase("property-case", "/verb/ID", Sample.statement(verb: #"{"id":"x:y","ID":"x:y"}"#)),
        RuleCase("property-case", "/context/Registration", Sample.context(#""Registration":"\#(Sample.id)""#)),
        RuleCase("property-unknown", "/extra", Sample.statement(more: #""extra":1"#)),
        RuleCase("property-unknown", "/objectType", Sample.statement(more: #""objectType":"Statement""#)),
        RuleCase("property-unknown", "/name", Sample.statement(more: #""name":"x""#)),
        RuleCase("property-unknown", "/verb/name", Sample.statement(verb: #"{"id":"x:y","name":"x"}"#)),
        RuleCase("property-unknown", "/object/name", Sample.object(#"{"id":"x:y","name":"x"}"#)),
        RuleCase("property-unknown", "/", Sample.statement(more: #""":1"#)),
        RuleCase("property-unknown", "/a~1b~0", Sample.statement(more: #""a/b~":1"#)),
        RuleCase("statement-id", "/id", Sample.statement(more: #""id":"MA97B177-9383-4934-8543-0F91A7A02836""#)),
        RuleCase("statement-id", "/id", Sample.statement(more: #""id":5"#)),
        RuleCase("statement-id", "/id", Sample.statement(more: #""id":{}"#)),
        RuleCase("statement-id", "/id", Sample.statement(more: #""id":"""#)),
        RuleCase("statement-timestamp", "/timestamp", Sample.statement(more: #""timestamp":"should fail""#)),
        RuleCase("statement-timestamp", "/timestamp", Sample.statement(more: #""timestamp":"2015-01-01""#)),
        RuleCase("statement-timestamp", "/timestamp", Sample.statement(more: #""timestamp":1420070400"#)),
        RuleCase(
            "statement-timestamp", "/timestamp", Sample.statement(more: #""timestamp":"2015-01-01T00:00:00-00:00""#)),
        RuleCase(
            "statement-timestamp", "/timestamp", Sample.statement(more: #""timestamp":"2015-01-01T00:00:00""#),
            only: .v2_0),
        RuleCase("statement-stored", "/stored", Sample.statement(more: #""stored":"yesterday""#)),
        RuleCase("statement-version", "/version", Sample.statement(more: #""version":"0.9.9""#)),
        RuleCase("statement-version", "/version", Sample.statement(more: #""version":"1.1.0""#)),
        RuleCase("statement-version", "/version", Sample.statement(more: #""version":1.0"#)),
        RuleCase("statement-version", "/version", Sample.statement(more: #""version":"2.0.0""#), only: .v1_0_3),
        RuleCase("statement-version", "/version", Sample.statement(more: #""version":"2.1.0""#)),
        RuleCase("voiding-object", "/object", Sample.statement(verb: voidedVerb)),
        RuleCase(
            "voiding-object", "/object",
            Sample.statement(verb: voidedVerb, object: #"{"objectType":"Agent","mbox":"mailto:a@b.c"}"#)),
    ]

    static let voidedVerb = #"{"id":"http://adlnet.gov/expapi/verbs/voided"}"#
}
