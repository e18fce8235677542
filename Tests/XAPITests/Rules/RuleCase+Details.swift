import XAPI

extension RuleCase {
    private static func result(_ rule: String, _ pointer: String, _ members: String) -> RuleCase {
        RuleCase(rule, "/result" + pointer, Sample.result(members))
    }

    private static func context(_ rule: String, _ pointer: String, _ members: String) -> RuleCase {
        RuleCase(rule, "/context" + pointer, Sample.context(members))
    }

    private static func context20(_ rule: String, _ pointer: String, _ members: String) -> RuleCase {
        RuleCase(rule, "/context" + pointer, Sample.context(members), only: .v2_0)
    }

    private static func attachment(_ rule: String, _ pointer: String, _ text: String) -> RuleCase {
        RuleCase(rule, "/attachments/0" + pointer, text)
    }

    private static let agentObject = #"{"objectType":"Agent","mbox":"mailto:a@b.c"}"#
    private static let reference = #"{"objectType":"StatementRef","id":"\#(Sample.id)"}"#

    private static let long = String(repeating: "x", count: 1300)

    /// Limits of this store.
    static let limits: [RuleCase] = [
        RuleCase("identifier-length", "/verb/id", Sample.statement(verb: #"{"id":"http://a.b/\#(long)"}"#)),
        RuleCase(
            "identifier-length", "/actor/account/name",
            Sample.statement(actor: #"{"account":{"homePage":"http://a.b","name":"\#(long)x"}}"#)),
    ]

    /// Chapter 2.4.5: results.
    static let results: [RuleCase] = [
        RuleCase("result-type", "/result", Sample.statement(more: #""result":"x""#)),
        result("result-success", "/success", #""success":"true""#),
        result("result-success", "/success", #""success":1"#),
        result("result-completion", "/completion", #""completion":"false""#),
        result("result-response", "/response", #""response":5"#),
        result("result-duration", "/duration", #""duration":"PA1H0M0S""#),
        result("result-duration", "/duration", #""duration":"P4W1D""#),
        result("result-duration", "/duration", #""duration":12345"#),
        result("extensions-type", "/extensions", #""extensions":"x""#),
        result("extension-key", "/extensions/not an iri", #""extensions":{"not an iri":1}"#),
        result("result-score", "/score", #""score":5"#),
        result("score-scaled", "/score/scaled", #""score":{"scaled":1.0001}"#),
        result("score-scaled", "/score/scaled", #""score":{"scaled":-1.0000000000000000001}"#),
        result("score-scaled", "/score/scaled", #""score":{"scaled":"0.5"}"#),
        result("score-min", "/score/min", #""score":{"min":10,"max":1e1}"#),
        result("score-min", "/score/min", #""score":{"min":1e300,"max":1e299}"#),
        result("score-max", "/score/max", #""score":{"max":"5"}"#),
        result("score-raw", "/score/raw", #""score":{"raw":-1,"min":0}"#),
        result("score-raw", "/score/raw", #""score":{"raw":10.00000000000000000001,"max":10}"#),
        result("property-unknown", "/score/percent", #""score":{"percent":5}"#),
        result("property-case", "/Success", #""Success":true"#),
    ]

    /// Chapter 2.4.6: contexts.
    static let contexts: [RuleCase] = [
        RuleCase("context-type", "/context", Sample.statement(more: #""context":[]"#)),
        RuleCase(
            "context-revision-activity", "/context/revision", Sample.context(#""revision":"1""#, object: agentObject)),
        RuleCase(
            "context-revision-activity", "/context/revision", Sample.context(#""revision":"1""#, object: reference)),
        RuleCase(
            "context-platform-activity", "/context/platform", Sample.context(#""platform":"x""#, object: reference)),
        context("context-activities", "/contextActivities", #""contextActivities":[]"#),
        context("context-registration", "/registration", #""registration":"x""#),
        context("context-registration", "/registration", #""registration":{}"#),
        context("context-instructor", "/instructor", #""instructor":"x""#),
        context("agent-one-identifier", "/instructor", #""instructor":{"name":"x"}"#),
        context("context-team", "/team", #""team":{"mbox":"mailto:a@b.c"}"#),
        context("context-team", "/team", #""team":"x""#),
        context("context-revision", "/revision", #""revision":1"#),
        context("context-platform", "/platform", #""platform":{}"#),
        context("context-language", "/language", #""language":"a12345678""#),
        context("context-language", "/language", #""language":1"#),
        context("context-statement", "/statement", #""statement":"x""#),
        context("statement-ref-object-type", "/statement", #""statement":{"id":"\#(Sample.id)"}"#),
        context("statement-ref-id", "/statement", #""statement":{"objectType":"StatementRef"}"#),
        context("context-activity-key", "/contextActivities/parents", #""contextActivities":{"parents":[]}"#),
        context("context-activity-key", "/contextActivities/Parent", #""contextActivities":{"Parent":[]}"#),
        context("context-activity", "/contextActivities/parent", #""contextActivities":{"parent":"x:y"}"#),
        context("context-activity", "/contextActivities/other/1", #""contextActivities":{"other":[{"id":"x:y"},5]}"#),
        context(
            "context-activity", "/contextActivities/other/0/objectType",
            #""contextActivities":{"other":[{"id":"x:y","objectType":"Agent"}]}"#),
        context("activity-id", "/contextActivities/category/0", #""contextActivities":{"category":[{}]}"#),
        context("extension-key", "/extensions/x", #""extensions":{"x":null}"#),
        context("property-unknown", "/actor", #""actor":{}"#),
        RuleCase("property-unknown", "/context/contextAgents", Sample.context(#""contextAgents":[]"#), only: .v1_0_3),
        RuleCase("property-unknown", "/context/contextGroups", Sample.context(#""contextGroups":[]"#), only: .v1_0_3),
        context20("context-agents", "/contextAgents", #""contextAgents":{}"#),
        context20("context-agents", "/contextAgents/0", #""contextAgents":[{"objectType":"contextAgent"}]"#),
        context20("context-agents", "/contextAgents/0", #""contextAgents":[{"agent":\#(Sample.actor)}]"#),
        context20(
            "context-agents", "/contextAgents/0/objectType",
            #""contextAgents":[{"objectType":"Agent","agent":\#(Sample.actor)}]"#),
        context20(
            "context-agents", "/contextAgents/0/agent",
            #""contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Group","mbox":"mailto:a@b.c"}}]"#),
        context20(
            "context-groups", "/contextGroups/0/group",
            #""contextGroups":[{"objectType":"contextGroup","group":\#(Sample.actor)}]"#),
        context20(
            "property-unknown", "/contextGroups/0/agent",
            #""contextGroups":[{"objectType":"contextGroup","group":{"objectType":"Group","mbox":"mailto:a@b.c"},"agent":{}}]"#
        ),
        context20(
            "context-relevant-types", "/contextAgents/0/relevantTypes",
            #""contextAgents":[{"objectType":"contextAgent","agent":\#(Sample.actor),"relevantTypes":[]}]"#),
        context20(
            "context-relevant-types", "/contextAgents/0/relevantTypes/1",
            #""contextAgents":[{"objectType":"contextAgent","agent":\#(Sample.actor),"relevantTypes":["x:y","abc"]}]"#),
    ]

    /// Chapters 2.4.11 and 2.6: attachments.
    static let attachments: [RuleCase] = [
        RuleCase("attachments-array", "/attachments", Sample.statement(more: #""attachments":{}"#)),
        RuleCase("attachments-array", "/attachments/0", Sample.statement(more: #""attachments":["x"]"#)),
        attachment("attachment-usage-type", "", Sample.attachment(usageType: nil)),
        attachment("attachment-usage-type", "/usageType", Sample.attachment(usageType: "\"x\"")),
        attachment("attachment-display", "", Sample.attachment(display: nil)),
        attachment("attachment-display", "/display", Sample.attachment(display: "\"x\"")),
        attachment("attachment-description", "/description", Sample.attachment(more: #""description":"x""#)),
        attachment("attachment-content-type", "", Sample.attachment(contentType: nil)),
        attachment("attachment-content-type", "/contentType", Sample.attachment(contentType: "\"text\"")),
        attachment("attachment-length", "", Sample.attachment(length: nil)),
        attachment("attachment-length", "/length", Sample.attachment(length: "-1")),
        attachment("attachment-length", "/length", Sample.attachment(length: "27.5")),
        attachment("attachment-length", "/length", Sample.attachment(length: "\"27\"")),
        attachment("attachment-sha2", "", Sample.attachment(sha2: nil)),
        attachment("attachment-sha2", "/sha2", Sample.attachment(sha2: "\"abc\"")),
        attachment("attachment-file-url", "/fileUrl", Sample.attachment(more: #""fileUrl":"x""#)),
        attachment("property-case", "/fileURL", Sample.attachment(more: #""fileURL":"http://x.y""#)),
        attachment(
            "signature-content-type", "/contentType",
            Sample.attachment(usageType: "\"http://adlnet.gov/expapi/attachments/signature\"")),
    ]

    /// Every text, by chapter.
    static let all: [RuleCase] = structure + actors + objects + interactions + limits + results + contexts + attachments
}
