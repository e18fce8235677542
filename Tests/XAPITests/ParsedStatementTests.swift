import FoundationEssentials
import Testing
import XAPI

@Suite("Typed values of a statement")
struct ParsedStatementTests {
    private let other = "aa97b177-9383-4934-8543-0f91a7a02836"

    @Test("identity, time and version come from what was sent")
    func sentMembers() throws {
        let text = Sample.statement(
            more: #""id":"\#(Sample.id)","timestamp":"2000-01-01T01:00:00.5+01:00","version":"1.0.3""#)
        let statement = try #require(try Sample.parse(text))
        #expect(statement.id == UUID(uuidString: Sample.id))
        #expect(statement.timestamp == 500_000)
        #expect(statement.version == "1.0.3")
        #expect(statement.sent == [.id, .timestamp, .version])
        let bare = try #require(try Sample.parse(Sample.statement()))
        #expect(bare.sent == [])
        #expect(bare.id == nil && bare.timestamp == nil && bare.version == nil && bare.received == nil)
    }

    @Test(
        "actors are known by their identifier",
        arguments: [
            (
                #"{"mbox":"mailto:Ada@Example.com","name":"Ada"}"#,
                AgentIdentity(kind: .mbox, identifier: "mailto:Ada@Example.com", name: "Ada")
            ),
            (
                #"{"mbox_sha1sum":"CD9B00A5611F94EAA7B1661EDAB976068E364975"}"#,
                AgentIdentity(kind: .mboxSHA1, identifier: "cd9b00a5611f94eaa7b1661edab976068e364975")
            ),
            (#"{"openid":"http://o.id/1"}"#, AgentIdentity(kind: .openID, identifier: "http://o.id/1")),
            (
                #"{"account":{"name":"n\u00e9","homePage":"http://h.p"}}"#,
                AgentIdentity(kind: .account, identifier: "né", homePage: "http://h.p")
            ),
            (
                #"{"objectType":"Group","name":"G","member":[]}"#,
                AgentIdentity(kind: .anonymousGroup, identifier: "", isGroup: true, name: "G")
            ),
            (
                #"{"objectType":"Group","mbox":"mailto:g@b.c"}"#,
                AgentIdentity(kind: .mbox, identifier: "mailto:g@b.c", isGroup: true)
            ),
        ])
    func actors(_ text: String, _ expected: AgentIdentity) throws {
        #expect(try Sample.parse(Sample.statement(actor: text))?.actor == expected)
        let object = text.replacing("{\"m", with: "{\"objectType\":\"Agent\",\"m")
        guard object != text else { return }
        #expect(try Sample.parse(Sample.object(object))?.object == .agent(expected))
    }

    @Test("objects of each kind")
    func objects() throws {
        let id = try #require(UUID(uuidString: other))
        #expect(try Sample.parse(Sample.statement())?.object == .activity(iri: "http://example.com/activity"))
        let reference = #"{"objectType":"StatementRef","id":"\#(other.uppercased())"}"#
        #expect(try Sample.parse(Sample.object(reference))?.object == .statementRef(id))
        let sub = Sample.subStatement(#""actor":\#(Sample.actor),"verb":\#(Sample.verb),"object":\#(reference)"#)
        let statement = try #require(try Sample.parse(sub))
        #expect(statement.object == .subStatement)
        #expect(statement.references == [StatementReference(id: id, role: .subObject)])
        #expect(statement.agents.map(\.role) == [.actor, .subActor])
    }

    @Test("a voiding statement names its target, any other with a reference does not")
    func voiding() throws {
        let reference = #"{"objectType":"StatementRef","id":"\#(other)"}"#
        let voiding = try #require(try Sample.parse(Sample.statement(verb: RuleCase.voidedVerb, object: reference)))
        #expect(voiding.isVoiding)
        #expect(voiding.voidedStatement == UUID(uuidString: other))
        #expect(try Sample.parse(Sample.object(reference))?.isVoiding == false)
    }

    @Test("results keep their digits and tell their duration in an interval's components")
    func result() throws {
        let text = Sample.result(
            #""score":{"scaled":0.850,"raw":17.0,"min":0,"max":2E1},"success":true,"completion":false,"#
                + #""response":"a\"b","duration":"P1Y2DT3.5S""#)
        let result = try #require(try Sample.parse(text)?.result)
        #expect(result.scaled == "0.850" && result.raw == "17.0" && result.min == "0" && result.max == "2E1")
        #expect(result.success == true && result.completion == false && result.response == "a\"b")
        #expect(
            result.duration == StatementDuration(text: "P1Y2DT3.5S", months: 12, days: 2, microseconds: 3_500_000))
        #expect(try Sample.parse(Sample.result(""))?.result == StatementResult())
        #expect(try Sample.parse(Sample.statement())?.result == nil)
    }

    @Test("the verb's display and an activity's definition are slices of what was received")
    func slices() throws {
        let text = Sample.statement(
            verb: #"{"id":"x:y", "display": { "en" : "d\u00e9" } }"#,
            object: #"{"id":"x:z","definition": { "type" : "x:t" , "extensions":{"x:e":1.0} } }"#)
        let statement = try #require(try Sample.parse(text))
        #expect(statement.verbIRI == "x:y")
        #expect(statement.verbDisplay.map(string) == #"{ "en" : "d\u00e9" }"#)
        #expect(statement.activities.first?.type == "x:t")
        #expect(
            statement.activities.first?.definition.map(string)
                == #"{ "type" : "x:t" , "extensions":{"x:e":1.0} }"#)
    }

    @Test("every mention in a context is listed with its role")
    func context() throws {
        let group = #"{"objectType":"Group","openid":"x:g","member":[{"openid":"x:m"}]}"#
        let members =
            #""registration":"\#(other)","instructor":{"openid":"x:i"},"team":\#(group),"#
            + #""contextActivities":{"parent":{"id":"x:1"},"grouping":[{"id":"x:2"},{"id":"x:3"}],"#
            + #""category":[{"id":"x:4"}],"other":[{"id":"x:5"}]},"#
            + #""statement":{"objectType":"StatementRef","id":"\#(other)"},"#
            + #""contextAgents":[{"objectType":"contextAgent","agent":{"openid":"x:a"}}],"#
            + #""contextGroups":[{"objectType":"contextGroup","group":\#(group)}]"#
        let statement = try #require(try Sample.parse(Sample.context(members)))
        #expect(statement.registration == UUID(uuidString: other))
        #expect(statement.references.map(\.role) == [.context])
        #expect(statement.activities.map(\.iri) == ["http://example.com/activity", "x:1", "x:2", "x:3", "x:4", "x:5"])
        #expect(
            statement.activities.map(\.role) == [.object, .parent, .grouping, .grouping, .category, .other])
        #expect(
            statement.agents.map(\.role) == [
                .actor, .instructor, .team, .teamMember, .contextAgent, .contextGroup, .contextGroupMember,
            ])
        let sub = Sample.subStatement(
            #""actor":\#(group),"verb":\#(Sample.verb),"object":\#(Sample.activity),"context":{\#(members)}"#)
        let inner = try #require(try Sample.parse(sub))
        #expect(inner.registration == nil)
        #expect(inner.references.map(\.role) == [.subContext])
        #expect(
            inner.activities.map(\.role) == [
                .subObject, .subParent, .subGrouping, .subGrouping, .subCategory, .subOther,
            ])
        #expect(
            inner.agents.map(\.role) == [
                .actor, .subActor, .subActorMember, .subInstructor, .subTeam, .subTeamMember, .subContextAgent,
                .subContextGroup, .subContextGroupMember,
            ])
    }

    @Test("attachments are declared by digest, length and type")
    func attachments() throws {
        let text = Sample.attachment(sha2: "\"\(Sample.digest.uppercased())\"", more: #""fileUrl":"http://x.y/f""#)
        let expected = AttachmentDeclaration(
            usageType: "http://example.com/usage", contentType: "text/plain", length: 27, sha2: Sample.digest,
            fileURL: "http://x.y/f")
        #expect(try Sample.parse(text)?.attachments == [expected])
        #expect(!expected.isSignature)
    }

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
