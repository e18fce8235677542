import Testing
import XAPI

@Suite("What the specification allows")
struct ValidStatementTests {
    @Test(
        "valid statements pass in both versions",
        arguments: [
            Sample.statement(), "[]", "[\(Sample.statement())]", " \n" + Sample.statement() + "\t",
            Sample.statement(
                more:
                    #""id":"\#(Sample.id)","timestamp":"2015-01-01T00:00:00.123Z","stored":"2015-01-01T00:00:00Z","version":"1.0.3""#
            ),
            Sample.statement(more: #""version":"1.0""#), Sample.statement(more: #""version":"1.0.9""#),
            Sample.statement(more: #""timestamp":"3000-01-01T00:00:00Z""#),
            Sample.statement(more: #""result":{},"context":{},"attachments":[]"#),
            Sample.statement(actor: #"{"objectType":"Agent","name":"","openid":"http://example.org/1"}"#),
            Sample.statement(actor: #"{"mbox_sha1sum":"CD9b00a5611f94eaa7b1661edab976068e364975"}"#),
            Sample.statement(actor: #"{"account":{"homePage":"http://example.com","name":""}}"#),
            Sample.statement(actor: #"{"objectType":"Group","member":[]}"#),
            Sample.statement(actor: #"{"objectType":"Group","mbox":"mailto:g@b.c"}"#),
            Sample.statement(
                actor:
                    #"{"objectType":"Group","account":{"homePage":"x:y","name":"z"},"member":[{"objectType":"Agent","openid":"x:y"}]}"#
            ),
            Sample.statement(actor: #"{"\u006dbox":"mailto:ada\u0040example.com"}"#),
            Sample.statement(verb: #"{"id":"x:y","display":{}}"#),
            Sample.statement(verb: #"{"id":"x:y","display":{"en-US":"","de":"ä"}}"#),
            Sample.object(#"{"objectType":"Activity","id":"x:y","definition":{}}"#),
            Sample.object(#"{"objectType":"Agent","mbox":"mailto:a@b.c"}"#),
            Sample.object(#"{"objectType":"Group","member":[{"mbox":"mailto:a@b.c"}]}"#),
            Sample.object(#"{"objectType":"StatementRef","id":"\#(Sample.id)"}"#),
            Sample.definition(
                #""type":"x:y","moreInfo":"http://x.y","name":{"en":"x"},"description":{"en":"y"},"extensions":{"x:y":null,"x:z":{"a":[null]}}"#
            ),
            Sample.definition(
                #""interactionType":"choice","correctResponsesPattern":[],"choices":[{"id":"a"},{"id":"b","description":{"en":"x"}}]"#
            ),
            Sample.definition(#""interactionType":"matching","source":[{"id":"a"}],"target":[{"id":"a"}]"#),
            Sample.definition(#""interactionType":"likert","scale":[{"id":"a"}]"#),
            Sample.definition(#""interactionType":"performance","steps":[{"id":""}]"#),
            Sample.definition(#""interactionType":"numeric","correctResponsesPattern":["4[:]"]"#),
            Sample.result(
                #""score":{"scaled":-1.0000,"raw":0,"min":-10,"max":1E1},"success":true,"completion":false,"response":"","duration":"P4W","extensions":{}"#
            ),
            Sample.result(#""score":{"scaled":1e0}"#), Sample.result(#""score":{"raw":5}"#),
            Sample.result(#""score":{"raw":5,"min":5}"#), Sample.result(#""score":{"raw":5,"max":5}"#),
            Sample.context(
                #""registration":"\#(Sample.id)","instructor":{"objectType":"Group","mbox":"mailto:a@b.c"},"team":{"objectType":"Group","mbox":"mailto:a@b.c"},"revision":"","platform":"x","language":"de-CH-1901""#
            ),
            Sample.context(
                #""contextActivities":{"parent":{"id":"x:y"},"grouping":[{"id":"x:y","objectType":"Activity"}],"category":[],"other":[{"id":"x:y"},{"id":"x:y"}]}"#
            ),
            Sample.context(
                #""statement":{"objectType":"StatementRef","id":"\#(Sample.id)"},"extensions":{"http://example.com/ex":null}"#
            ),
            Sample.statement(verb: RuleCase.voidedVerb, object: #"{"objectType":"StatementRef","id":"\#(Sample.id)"}"#),
            Sample.subStatement(
                #""actor":\#(Sample.actor),"verb":\#(Sample.verb),"object":\#(Sample.activity),"timestamp":"2015-01-01T00:00:00Z","context":{"revision":"1"},"attachments":[]"#
            ),
            Sample.statement(more: #""authority":{"mbox":"mailto:a@b.c"}"#),
            Sample.statement(
                more: #""authority":{"objectType":"Group","member":[{"mbox":"mailto:a@b.c"},{"openid":"x:y"}]}"#),
            Sample.attachment(), Sample.attachment(length: "27.0", more: #""description":{},"fileUrl":"http://x.y""#),
            Sample.attachment(
                usageType: "\"http://adlnet.gov/expapi/attachments/signature\"",
                contentType: "\"application/octet-stream\""),
        ])
    func passes(_ text: String) {
        #expect(Sample.violations(text, .v1_0_3) == [])
        #expect(Sample.violations(text, .v2_0) == [])
    }

    @Test(
        "what 2.0 adds passes in 2.0",
        arguments: [
            Sample.statement(more: #""version":"2.0.0""#),
            Sample.context(
                #""contextAgents":[{"objectType":"contextAgent","agent":\#(Sample.actor),"relevantTypes":["x:y"]}]"#),
            Sample.context(
                #""contextAgents":[],"contextGroups":[{"objectType":"contextGroup","group":{"objectType":"Group","mbox":"mailto:a@b.c"}}]"#
            ),
        ])
    func passesIn20(_ text: String) {
        #expect(Sample.violations(text, .v2_0) == [])
        #expect(!Sample.violations(text, .v1_0_3).isEmpty)
    }
}
