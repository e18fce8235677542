extension RuleCase {
    private static func actor(_ rule: String, _ pointer: String, _ actor: String) -> RuleCase {
        RuleCase(rule, "/actor" + pointer, Sample.statement(actor: actor))
    }

    private static func authority(_ rule: String, _ pointer: String, _ authority: String) -> RuleCase {
        RuleCase(rule, "/authority" + pointer, Sample.statement(more: "\"authority\":" + authority))
    }

    private static let member = #""member":[{"mbox":"mailto:a@b.c"}]"#
    private static let pair = #""member":[{"mbox":"mailto:a@b.c"},{"openid":"x:y"}]"#

    /// Chapters 2.4.2 and 2.4.9: Agents, Groups, authority.
    static let actors: [RuleCase] = [
        actor("actor-object-type", "", "\"x\""),
        actor("actor-object-type", "", "[]"),
        actor("actor-object-type", "/objectType", #"{"objectType":"agent","mbox":"mailto:a@b.c"}"#),
        actor("actor-object-type", "/objectType", #"{"objectType":"Activity","mbox":"mailto:a@b.c"}"#),
        actor("object-type-string", "/objectType", #"{"objectType":1,"mbox":"mailto:a@b.c"}"#),
        actor("object-type-string", "/objectType", #"{"objectType":{},"mbox":"mailto:a@b.c"}"#),
        actor("agent-name", "/name", #"{"mbox":"mailto:a@b.c","name":1}"#),
        actor("agent-name", "/name", #"{"objectType":"Group","name":{},\#(member)}"#),
        actor("agent-one-identifier", "", "{}"),
        actor("agent-one-identifier", "", #"{"name":"x"}"#),
        actor("agent-one-identifier", "", #"{"mbox":"mailto:a@b.c","openid":"http://x.y/"}"#),
        actor("agent-one-identifier", "", #"{"mbox":"mailto:a@b.c","account":{"homePage":"x:y","name":"z"}}"#),
        actor("agent-no-member", "/member", #"{"mbox":"mailto:a@b.c",\#(member)}"#),
        actor("group-member", "", #"{"objectType":"Group","name":"x"}"#),
        actor("group-member-agents", "/member", #"{"objectType":"Group","member":{}}"#),
        actor("group-member-agents", "/member/0", #"{"objectType":"Group","member":["x"]}"#),
        actor(
            "group-member-agents", "/member/1",
            #"{"objectType":"Group","member":[{"mbox":"mailto:a@b.c"},{"objectType":"Group","mbox":"mailto:a@b.c"}]}"#),
        actor("agent-one-identifier", "/member/0", #"{"objectType":"Group","member":[{"name":"x"}]}"#),
        actor("group-one-identifier", "", #"{"objectType":"Group","mbox":"mailto:a@b.c","openid":"x:y"}"#),
        actor("agent-mbox", "/mbox", #"{"mbox":"mailto:should.fail.com"}"#),
        actor("agent-mbox", "/mbox", #"{"mbox":"ada@example.com"}"#),
        actor("agent-mbox", "/mbox", #"{"mbox":5}"#),
        actor("agent-mbox", "/mbox", #"{"mbox":""}"#),
        actor("agent-mbox-sha1sum", "/mbox_sha1sum", #"{"mbox_sha1sum":"xyz"}"#),
        actor("agent-mbox-sha1sum", "/mbox_sha1sum", #"{"mbox_sha1sum":{}}"#),
        actor("agent-openid", "/openid", #"{"openid":"ab=c://should.fail.com"}"#),
        actor("agent-openid", "/openid", #"{"openid":true}"#),
        actor("agent-account", "/account", #"{"account":"x"}"#),
        actor("account-home-page", "/account", #"{"account":{"name":"x"}}"#),
        actor("account-home-page", "/account/homePage", #"{"account":{"name":"x","homePage":"x"}}"#),
        actor("account-name", "/account", #"{"account":{"homePage":"http://x.y"}}"#),
        actor("account-name", "/account/name", #"{"account":{"homePage":"http://x.y","name":1}}"#),
        actor("property-case", "/account/homepage", #"{"account":{"homePage":"x:y","homepage":"x:y","name":"1"}}"#),
        actor("property-case", "/openID", #"{"mbox":"mailto:a@b.c","openID":"x:y"}"#),
        actor("property-unknown", "/email", #"{"mbox":"mailto:a@b.c","email":"a@b.c"}"#),
        authority("authority-type", "", "\"x\""),
        authority("authority-type", "/objectType", #"{"objectType":"Person","mbox":"mailto:a@b.c"}"#),
        authority("authority-type", "", #"{"objectType":"Group","mbox":"mailto:a@b.c",\#(pair)}"#),
        authority("agent-one-identifier", "", #"{"name":"x"}"#),
        authority("authority-two-agents", "", #"{"objectType":"Group",\#(member)}"#),
        authority(
            "authority-two-agents", "",
            #"{"objectType":"Group","member":[{"openid":"x:1"},{"openid":"x:2"},{"openid":"x:3"}]}"#),
    ]
}
