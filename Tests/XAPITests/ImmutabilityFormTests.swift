import Testing
import XAPI

@Suite("What of a statement may differ when its id comes again")
struct ImmutabilityFormTests {
    private static let definition = #"{"id":"x:z","definition":{"name":{"en":"A"}}}"#
    private static let reference =
        #""statement":{"objectType":"StatementRef","id":"AA97B177-9383-4934-8543-0F91A7A02836"}"#

    @Test(
        "these count as the same",
        arguments: [
            (
                Sample.statement(),
                Sample.statement(
                    more: #""stored":"2015-01-01T00:00:00Z","authority":{"openid":"x:y"},"version":"1.0.0""#)
            ),
            (Sample.statement(), Sample.statement(more: #""timestamp":"2015-01-01T00:00:00Z""#)),
            (
                Sample.statement(more: #""timestamp":"2015-01-01T01:00:00+01:00""#),
                Sample.statement(more: #""timestamp":"2015-01-01T00:00:00.000Z""#)
            ),
            (
                Sample.statement(more: #""id":"\#(Sample.id)""#),
                Sample.statement(more: #""id":"\#(Sample.id.uppercased())""#)
            ),
            (Sample.statement(verb: #"{"id":"x:y","display":{"en":"a"}}"#), Sample.statement(verb: #"{"id":"x:y"}"#)),
            (Sample.object(definition), Sample.object(#"{"id":"x:z","objectType":"Activity"}"#)),
            (
                Sample.statement(actor: #"{"objectType":"Agent","mbox":"mailto:a@B.C"}"#),
                Sample.statement(actor: #"{"mbox":"mailto:a@b.c"}"#)
            ),
            (
                Sample.statement(
                    actor: #"{"objectType":"Group","member":[{"openid":"x:1"},{"openid":"x:2","objectType":"Agent"}]}"#),
                Sample.statement(actor: #"{"member":[{"openid":"x:2"},{"openid":"x:1"}],"objectType":"Group"}"#)
            ),
            (
                Sample.context(#""contextActivities":{"parent":{"id":"x:1"},"other":[{"id":"x:2"},{"id":"x:3"}]}"#),
                Sample.context(
                    #""contextActivities":{"other":[{"id":"x:3"},{"id":"x:2","objectType":"Activity"}],"parent":[{"id":"x:1","definition":{}}]}"#
                )
            ),
            (
                Sample.context(reference),
                Sample.context(
                    reference.lowercased().replacing("objecttype", with: "objectType").replacing(
                        "statementref", with: "StatementRef"))
            ),
            (Sample.result(#""duration":"PT1.239S""#), Sample.result(#""duration":"PT1.23S""#)),
            (Sample.result(#""score":{"raw":1.0}"#), Sample.result(#""score":{"raw":10e-1}"#)),
            (Sample.result(#""response":"é""#), Sample.result(#""response":"\u00e9""#)),
            (
                Sample.result(#""extensions":{"x:1":1,"x:2":[2.0]}"#),
                Sample.result(#""extensions": {"x:2":[2],"x:1":1}"#)
            ),
            (Sample.attachment(), Sample.attachment(sha2: "\"\(Sample.digest.uppercased())\"")),
            (
                Sample.subStatement(
                    #""actor":\#(Sample.actor),"verb":{"id":"x:y","display":{"en":"a"}},"object":\#(definition)"#),
                Sample.subStatement(#""verb":{"id":"x:y"},"object":{"id":"x:z"},"actor":\#(Sample.actor)"#)
            ),
        ])
    func same(_ one: String, _ other: String) throws {
        #expect(try form(one).matches(form(other)))
        #expect(try form(other).matches(form(one)))
    }

    @Test(
        "these count as different",
        arguments: [
            (Sample.statement(), Sample.statement(verb: #"{"id":"x:other"}"#)),
            (Sample.statement(), Sample.statement(actor: #"{"mbox":"mailto:Ada@example.com"}"#)),
            (Sample.statement(), Sample.statement(actor: #"{"mbox":"mailto:ada@example.com","name":"Ada"}"#)),
            (
                Sample.statement(more: #""timestamp":"2015-01-01T00:00:00Z""#),
                Sample.statement(more: #""timestamp":"2015-01-01T00:00:00.001Z""#)
            ),
            (Sample.statement(), Sample.result("")),
            (Sample.result(#""duration":"PT60S""#), Sample.result(#""duration":"PT1M""#)),
            (Sample.result(#""duration":"PT1.23S""#), Sample.result(#""duration":"PT1.24S""#)),
            (Sample.result(#""score":{"raw":9007199254740992}"#), Sample.result(#""score":{"raw":9007199254740993}"#)),
            (Sample.result(#""response":"é""#), Sample.result(#""response":"e\u0301""#)),
            (Sample.result(#""extensions":{"x:1":[1,2]}"#), Sample.result(#""extensions":{"x:1":[2,1]}"#)),
            (Sample.result(#""extensions":{"x:1":{"id":"A"}}"#), Sample.result(#""extensions":{"x:1":{"id":"a"}}"#)),
            (
                Sample.context(#""contextActivities":{"parent":[{"id":"x:1"}]}"#),
                Sample.context(#""contextActivities":{"other":[{"id":"x:1"}]}"#)
            ),
            (Sample.object(#"{"id":"x:1"}"#), Sample.object(#"{"id":"X:1"}"#)),
            (Sample.attachment(), Sample.attachment(length: "28")),
            (Sample.attachment(), Sample.attachment(display: #"{"en":"y"}"#)),
        ])
    func different(_ one: String, _ other: String) throws {
        #expect(try !form(one).matches(form(other)))
        #expect(try form(one).bytes != form(other).bytes)
    }

    private func form(_ text: String) throws -> ImmutabilityForm { try ImmutabilityForm(payload: Array(text.utf8)) }
}
