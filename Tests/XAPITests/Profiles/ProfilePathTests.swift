import Testing
import XAPI

@Suite("The places that a profile's rules name")
struct ProfilePathTests {
    private static let statement = Sample.statement(
        more: #""result":{"score":{"raw":4},"success":true,"extensions":{"https://x.org/a.b":{"list":[1,{"n":[2,3]}]},"#
            + #""https://x.org/it's":"q"}},"context":{"contextActivities":{"parent":{"id":"x:one"},"#
            + #""grouping":[{"id":"x:two"},{"id":"x:three"}]}}"#)

    @Test(
        "a path leads to what stands there",
        arguments: [
            "$.result.score.raw", "result.score.raw", "$['result']['score']['raw']", "$[\"result\"].score.raw",
            "$.result.*.raw", "$.result[*]['raw']", "$..raw", "$.result..raw", "$..*", "$",
            "$.result.nothing | $.result.score", "$.nothing|$.verb", "$.result['nothing','success']",
            "$.result.extensions['https://x.org/a.b'].list[0]",
            "$.result.extensions['https://x.org/a.b'].list[1].n[0,1]",
            "$.result.extensions['https://x.org/a.b'].list[7,1]", #"$.result.extensions['https://x.org/it\'s']"#,
            #"$.result.extensions["https://x.org/it's"]"#, "$.context.contextActivities.grouping[*].id",
            "$.context.contextActivities.parent[*].id", "$.context.contextActivities.parent[0].id",
            "$.context.contextActivities.*[*].id", "$.context.contextActivities.grouping[1]",
        ])
    func found(path: String) throws {
        #expect(try SampleProfile.follows(rule(path, "included"), Self.statement))
        #expect(try !SampleProfile.follows(rule(path, "excluded"), Self.statement))
    }

    @Test(
        "a path leads nowhere when nothing stands there",
        arguments: [
            "$.result.Score", "$.result.score.raw.x", "$.result.score[0]", "$.result.extensions.list", "$..none",
            "$.result.extensions['https://x.org/a.b'].list[2]", "$.result.extensions['https://x.org/a'].b",
            "$.context.contextActivities.parent[1]", "$.context.contextActivities.parent.id",
            "$.context.contextActivities.category[*].id", "$.verb.id.*", "$.raw",
        ])
    func absent(path: String) throws {
        #expect(try !SampleProfile.follows(rule(path, "included"), Self.statement))
        #expect(try SampleProfile.follows(rule(path, "excluded"), Self.statement))
    }

    @Test(
        "what is no path, or has a filter, is refused",
        arguments: [
            "$.", "$..", "$.a|", "|$.a", "$[", "$[]", "$['a'", "$['a]", "$[a]", "$[-1]", "$[0:2]", "$[?(@.x)]",
            "$[(@.length-1)]", "$.a b", "$.a]", "$['a',]", #"$['\x']"#, "$[99999999]", "$a", "$.a..[", "@.a", " ",
            String(repeating: "$.a|", count: 2000) + "$.a", "$" + String(repeating: ".a", count: 65),
        ])
    func refused(path: String) {
        let document = SampleProfile.document(rule: rule(path, "included"))
        #expect(SampleProfile.faults(document) == ["profile-template-rule /templates/0/rules/0/location"])
    }

    @Test("steps to everything do not multiply: each value counts once")
    func bounded() throws {
        // As paths of separate values these would be some 10^20.
        let path = "$" + String(repeating: "..*", count: 40)
        let union = "$['result'" + String(repeating: ",'result'", count: 30) + "]"
        let deep = String(repeating: #"{"a":"#, count: 40) + "1" + String(repeating: "}", count: 40)
        let statement = Sample.statement(more: #""result":{"extensions":{"x:e":\#(deep)}}"#)
        #expect(try SampleProfile.follows(rule(path, "included"), statement))
        #expect(try SampleProfile.follows(rule(union, "included"), statement))
    }

    private func rule(_ path: String, _ presence: String) -> String {
        let escaped = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return #"{"location":"\#(escaped)","presence":"\#(presence)"}"#
    }
}
