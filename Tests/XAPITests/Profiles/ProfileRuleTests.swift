import Testing
import XAPI

@Suite("The rules of a profile's templates")
struct ProfileRuleTests {
    private static let raw = #""location":"$.result.score.raw""#
    private static let groupings = #""location":"$.context.contextActivities.grouping[*]""#
    private static let four = Sample.result(#""score":{"raw":4}"#)
    private static let nothing = Sample.result(#""success":true"#)
    private static let groups = Sample.context(
        #""contextActivities":{"grouping":[{"id":"x:a","definition":{"type":"x:t"}},{"id":"x:b"}]}"#)

    @Test(
        "a rule is followed, or not, as the specification's algorithm has it",
        arguments: [
            (#"{\#(raw),"presence":"included"}"#, four, true), (#"{\#(raw),"presence":"included"}"#, nothing, false),
            (#"{\#(raw),"presence":"excluded"}"#, four, false), (#"{\#(raw),"presence":"excluded"}"#, nothing, true),
            (#"{\#(raw),"presence":"recommended"}"#, nothing, true),
            (#"{\#(raw),"presence":"recommended","any":[5]}"#, nothing, true),
            (#"{\#(raw),"presence":"recommended","any":[5]}"#, four, false),
            (#"{\#(raw),"any":[3,4]}"#, four, true), (#"{\#(raw),"any":[3]}"#, four, false),
            (#"{\#(raw),"any":[4]}"#, nothing, false), (#"{\#(raw),"all":[5]}"#, nothing, true),
            (#"{\#(raw),"all":[4.0]}"#, four, true), (#"{\#(raw),"all":["4"]}"#, four, false),
            (#"{\#(raw),"none":[4]}"#, four, false), (#"{\#(raw),"none":[5]}"#, four, true),
            (#"{\#(raw),"none":[40e-1]}"#, four, false),
            (#"{"location":"$.result.score","all":[{"raw":4}]}"#, four, true),
            (#"{"location":"$.result.score","all":[{"raw":4,"min":0}]}"#, four, false),
            (#"{"location":"$.result.success","all":[true]}"#, nothing, true),
            (#"{"location":"$.result.success","all":[false]}"#, nothing, false),
            (#"{\#(groupings),"selector":"$.id","presence":"included"}"#, groups, true),
            (#"{\#(groupings),"selector":"$.definition.type","presence":"included"}"#, groups, false),
            (#"{\#(groupings),"selector":"$.definition.type","presence":"excluded"}"#, groups, false),
            (#"{\#(groupings),"selector":"$.definition.name","presence":"excluded"}"#, groups, true),
            (#"{\#(groupings),"selector":"$.definition.type","any":["x:t"]}"#, groups, true),
            (#"{\#(groupings),"selector":"$.definition.type","all":["x:t"]}"#, groups, false),
            (#"{\#(groupings),"selector":"$.id","all":["x:a","x:b","x:c"]}"#, groups, true),
            (#"{\#(groupings),"selector":"$.id","all":["x:a"]}"#, groups, false),
        ])
    func followed(rule: String, statement: String, isFollowed: Bool) throws {
        #expect(try SampleProfile.follows(rule, statement) == isFollowed)
    }

    @Test("a name with escapes is the name, and a text is compared by its characters, not its spelling")
    func escapes() throws {
        let statement = Sample.result(#""r\u0065sponse":"\u0061b""#)
        #expect(try SampleProfile.follows(#"{"location":"$.result.response","all":["ab"]}"#, statement))
    }

    @Test("a template that refers to statements wants a reference")
    func references() throws {
        let document = SampleProfile.document(templates: [
            SampleProfile.template("a", #""verb":"x:v""#),
            SampleProfile.template(
                "b",
                #""verb":"\#(SampleProfile.verb)","objectStatementRefTemplate":["https://example.org/p/templates/a"]"#),
        ])
        let profile = try SampleProfile.parse(document)
        let reference = Sample.object(#"{"objectType":"StatementRef","id":"\#(Sample.id)"}"#)
        #expect(try SampleProfile.conformance(profile, reference).conforms)
        #expect(try !SampleProfile.conformance(profile, Sample.statement()).conforms)
    }
}
