extension RuleCase {
    private static func definition(_ rule: String, _ pointer: String, _ members: String) -> RuleCase {
        RuleCase(rule, "/object/definition" + pointer, Sample.definition(members))
    }

    private static let parts = #""actor":\#(Sample.actor),"verb":\#(Sample.verb),"object":\#(Sample.activity)"#

    /// Chapters 2.4.3 and 2.4.4: verbs and objects.
    static let objects: [RuleCase] = [
        RuleCase("verb-type", "/verb", Sample.statement(verb: "\"attended\"")),
        RuleCase("verb-id", "/verb", Sample.statement(verb: "{}")),
        RuleCase("verb-id", "/verb/id", Sample.statement(verb: #"{"id":"attended"}"#)),
        RuleCase("verb-id", "/verb/id", Sample.statement(verb: #"{"id":1}"#)),
        RuleCase("verb-id", "/verb/id", Sample.statement(verb: #"{"id":""}"#)),
        RuleCase("verb-display", "/verb/display", Sample.statement(verb: #"{"id":"x:y","display":"attended"}"#)),
        RuleCase(
            "language-map-key", "/verb/display/a12345",
            Sample.statement(verb: #"{"id":"x:y","display":{"a12345":"x"}}"#)),
        RuleCase("language-map-text", "/verb/display/en", Sample.statement(verb: #"{"id":"x:y","display":{"en":1}}"#)),
        RuleCase("object-object-type", "/object", Sample.object("\"x\"")),
        RuleCase("object-object-type", "/object", Sample.object("[]")),
        RuleCase("object-object-type", "/object/objectType", Sample.object(#"{"objectType":"activity","id":"x:y"}"#)),
        RuleCase("object-object-type", "/object/objectType", Sample.object(#"{"objectType":"Verb","id":"x:y"}"#)),
        RuleCase("object-type-string", "/object/objectType", Sample.object(#"{"objectType":5,"id":"x:y"}"#)),
        RuleCase("activity-id", "/object", Sample.object("{}")),
        RuleCase("activity-id", "/object/id", Sample.object(#"{"id":"not an iri"}"#)),
        RuleCase("activity-id", "/object/id", Sample.object(#"{"id":{}}"#)),
        RuleCase("activity-definition", "/object/definition", Sample.object(#"{"id":"x:y","definition":"x"}"#)),
        definition("definition-name", "/name", #""name":"x""#),
        definition("language-map-key", "/name/a12345678", #""name":{"a12345678":"x"}"#),
        definition("definition-description", "/description", #""description":[]"#),
        definition("definition-type", "/type", #""type":"course""#),
        definition("definition-more-info", "/moreInfo", #""moreInfo":"here""#),
        definition("extensions-type", "/extensions", #""extensions":[]"#),
        definition("extension-key", "/extensions/key", #""extensions":{"key":1}"#),
        definition("property-case", "/moreinfo", #""moreinfo":"x:y""#),
        RuleCase("statement-ref-id", "/object", Sample.object(#"{"objectType":"StatementRef"}"#)),
        RuleCase("statement-ref-id", "/object/id", Sample.object(#"{"objectType":"StatementRef","id":"x"}"#)),
        RuleCase(
            "property-unknown", "/object/definition",
            Sample.object(#"{"objectType":"StatementRef","id":"\#(Sample.id)","definition":{}}"#)),
        RuleCase(
            "statement-ref-object-type", "/context/statement/objectType",
            Sample.context(#""statement":{"objectType":"Statement","id":"\#(Sample.id)"}"#)),
        RuleCase("sub-statement-properties", "/object/id", Sample.subStatement(#""id":"\#(Sample.id)",\#(parts)"#)),
        RuleCase(
            "sub-statement-properties", "/object/stored",
            Sample.subStatement(#""stored":"2015-01-01T00:00:00Z",\#(parts)"#)),
        RuleCase("sub-statement-properties", "/object/version", Sample.subStatement(#""version":"1.0.0",\#(parts)"#)),
        RuleCase(
            "sub-statement-properties", "/object/authority",
            Sample.subStatement(#""authority":\#(Sample.actor),\#(parts)"#)),
        RuleCase(
            "sub-statement-nested", "/object/object",
            Sample.subStatement(
                #""actor":\#(Sample.actor),"verb":\#(Sample.verb),"object":{"objectType":"SubStatement",\#(parts)}"#)),
        RuleCase(
            "statement-actor", "/object", Sample.subStatement(#""verb":\#(Sample.verb),"object":\#(Sample.activity)"#)),
        RuleCase("statement-timestamp", "/object/timestamp", Sample.subStatement(#""timestamp":"x",\#(parts)"#)),
        RuleCase("property-unknown", "/object/extra", Sample.subStatement(#""extra":1,\#(parts)"#)),
        RuleCase(
            "result-success", "/object/result/success", Sample.subStatement(#""result":{"success":"true"},\#(parts)"#)),
        RuleCase("agent-one-identifier", "/object", Sample.object(#"{"objectType":"Agent","name":"x"}"#)),
        RuleCase("group-member", "/object", Sample.object(#"{"objectType":"Group","name":"x"}"#)),
    ]

    /// Chapter 2.4.4.1: interaction activities.
    static let interactions: [RuleCase] = [
        definition("interaction-type", "/interactionType", #""interactionType":"Choice""#),
        definition("interaction-type", "/interactionType", #""interactionType":5"#),
        definition("interaction-type-required", "", #""correctResponsesPattern":["x"]"#),
        definition("interaction-type-required", "", #""choices":[{"id":"x"}]"#),
        definition(
            "interaction-correct-responses", "/correctResponsesPattern",
            #""interactionType":"other","correctResponsesPattern":"x""#),
        definition(
            "interaction-correct-responses", "/correctResponsesPattern/1",
            #""interactionType":"other","correctResponsesPattern":["x",1]"#),
        definition("interaction-components", "/choices", #""interactionType":"choice","choices":{}"#),
        definition("interaction-components", "/scale/0", #""interactionType":"likert","scale":["x"]"#),
        definition("interaction-components-allowed", "/scale", #""interactionType":"choice","scale":[{"id":"x"}]"#),
        definition("interaction-components-allowed", "/choices", #""choices":[],"interactionType":"true-false""#),
        definition(
            "interaction-components-allowed", "/steps",
            #""interactionType":"matching","source":[],"target":[],"steps":[]"#),
        definition(
            "interaction-component-id", "/choices/0",
            #""interactionType":"choice","choices":[{"description":{"en":"x"}}]"#),
        definition("interaction-component-id", "/steps/0/id", #""interactionType":"performance","steps":[{"id":1}]"#),
        definition(
            "interaction-component-unique", "/choices/1/id",
            #""interactionType":"sequencing","choices":[{"id":"x"},{"id":"\u0078"}]"#),
        definition(
            "interaction-component-description", "/target/0/description",
            #""interactionType":"matching","target":[{"id":"x","description":"y"}]"#),
        definition(
            "property-unknown", "/source/0/name", #""interactionType":"matching","source":[{"id":"x","name":"y"}]"#),
    ]
}
