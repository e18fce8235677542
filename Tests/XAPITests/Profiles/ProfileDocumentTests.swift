import Testing
import XAPI

@Suite("Profile documents")
struct ProfileDocumentTests {
    private typealias P = SampleProfile
    private static let verb = P.part("verbs/v", "Verb", "")
    private static let templates = [P.template("a", #""verb":"x:a""#), P.template("b", #""verb":"x:b""#)]

    private static func pattern(_ name: String, _ more: String) -> String {
        P.part("patterns/\(name)", "Pattern", more)
    }

    @Test("a conforming document is read")
    func conforming() throws {
        let document = P.document(
            concepts: [Self.verb, P.part("old", "Verb", #""deprecated":true,"related":["\#(P.id)/verbs/v"]"#)],
            templates: Self.templates,
            patterns: [
                Self.pattern("p", #""primary":true,"sequence":["\#(P.id)/templates/a","\#(P.id)/patterns/q"]"#),
                Self.pattern("q", #""zeroOrMore":"\#(P.id)/templates/b""#),
            ], more: #","seeAlso":"https://example.org/about""#)
        let profile = try P.parse(document)
        #expect(profile.version == P.version)
        #expect(profile.concepts.map(\.kind) == [.verb, .verb])
        #expect(profile.concepts[1].isDeprecated)
        #expect(profile.concepts[1].relations.map(\.targets) == [["\(P.id)/verbs/v"]])
        #expect(profile.templates.map(\.verb) == ["x:a", "x:b"])
        #expect(profile.patterns.map(\.kind) == [.sequence, .zeroOrMore])
        #expect(profile.patterns.map(\.isPrimary) == [true, false])
        #expect(profile.seeAlso == "https://example.org/about")
        #expect(profile.author == "A" && profile.prefLabel.text == "P")
    }

    @Test(
        "what breaks a rule of the specification is told with its place",
        arguments: [
            ("[]", "profile-value "), ("{", "profile-json "),
            (P.document(more: #","seeAlso":null"#), "profile-empty-value /seeAlso"),
            (P.document(more: #","x:y":{}"#), "profile-empty-value /x:y"),
            (P.document(more: #","templates":[]"#), "profile-empty-value /templates"),
            (P.document(versions: #"[{"id":"x:v1"}]"#), "profile-required /versions/0"),
            (
                P.document(versions: #"[{"id":"v1","generatedAtTime":"2026-01-01T00:00:00Z"}]"#),
                "profile-value /versions/0"
            ),
            (P.document(versions: #"[{"id":"x:v1","generatedAtTime":"soon"}]"#), "profile-value /versions/0"),
            (
                P.document(
                    versions: #"[{"id":"x:1","generatedAtTime":"2026-01-01T00:00:00Z"},"#
                        + #"{"id":"x:2","generatedAtTime":"2026-01-01T00:00:00Z"}]"#), "profile-revision "
            ),
            (P.document(concepts: [verb, verb]), "profile-unique-id "),
            (P.document(concepts: [P.part("v1", "Verb", "")]), "profile-unique-id "),
            (P.document(concepts: [P.part("x", "Word", "")]), "profile-value /concepts/0"),
            (
                P.document(concepts: [verb.replacing(P.version, with: "https://example.org/p/v2")]),
                "profile-in-scheme /concepts/0"
            ),
            (
                P.document(concepts: [P.part("x", "Verb", #""related":["\#(P.id)/x"]"#)]),
                "profile-related /concepts/0"
            ),
            (
                P.document(concepts: [P.part("x", "ResultExtension", #""schema":"x:s","inlineSchema":"{}""#)]),
                "profile-extension /concepts/0"
            ),
            (
                P.document(concepts: [P.part("x", "ResultExtension", #""inlineSchema":"{""#)]),
                "profile-extension /concepts/0/inlineSchema"
            ),
            (
                P.document(concepts: [P.part("x", "ActivityExtension", #""recommendedVerbs":["x:v"]"#)]),
                "profile-extension /concepts/0"
            ),
            (
                P.document(concepts: [P.part("x", "Verb", #""broader":["\#(P.id)/none"]"#)]), "profile-reference "
            ),
            (P.document(templates: [P.template("t", #""verb":"\#(P.id)/verbs/none""#)]), "profile-reference "),
            (
                P.document(templates: [
                    P.template("t", #""objectActivityType":"x:t","objectStatementRefTemplate":["x:t"]"#)
                ]), "profile-template-object /templates/0"
            ),
            (P.document(rule: #"{"location":"$.id"}"#), "profile-template-rule /templates/0/rules/0"),
            (
                P.document(rule: #"{"location":"$.id","presence":"wanted"}"#),
                "profile-template-rule /templates/0/rules/0"
            ),
            (P.document(rule: #"{"presence":"included"}"#), "profile-required /templates/0/rules/0"),
            (P.document(patterns: [pattern("p", "")]), "profile-pattern /patterns/0"),
            (
                P.document(patterns: [pattern("p", #""optional":"x:t","oneOrMore":"x:t""#)]),
                "profile-pattern /patterns/0"
            ),
            (P.document(patterns: [pattern("p", #""alternates":["x:t"]"#)]), "profile-pattern /patterns/0"),
            (P.document(patterns: [pattern("p", #""optional":"\#(P.id)/patterns/p""#)]), "profile-pattern-cycle "),
            (P.document(patterns: [pattern("p", #""optional":"\#(P.id)/none""#)]), "profile-reference "),
            (
                P.document(patterns: [
                    pattern("p", #""alternates":["x:t","\#(P.id)/patterns/q"]"#),
                    pattern("q", #""optional":"x:t""#),
                ]), "profile-pattern "
            ),
        ])
    func faults(document: String, fault: String) {
        let faults = P.faults(document)
        #expect(faults.contains(fault), "\(faults)")
    }

    @Test("a pattern may be a single template when it is primary, and no other may")
    func singleSequence() {
        let sequence = #""sequence":["x:t"]"#
        #expect(P.faults(P.document(patterns: [Self.pattern("p", #""primary":true,\#(sequence)"#)])).isEmpty)
        #expect(P.faults(P.document(patterns: [Self.pattern("p", sequence)])) == ["profile-pattern /patterns/0"])
    }

    @Test("hostile documents end in a refusal, and not too many words")
    func hostile() {
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(P.faults(P.document(more: #","x:y":\#(deep)"#)).first?.hasPrefix("profile-json") == true)
        let many = Array(repeating: P.part("x", "Verb", ""), count: 5001)
        #expect(P.faults(P.document(concepts: many)) == ["profile-size /concepts"])
        let rules = Array(repeating: #"{"location":"$.id","presence":"included"}"#, count: 201).joined(separator: ",")
        #expect(P.faults(P.document(rule: rules)) == ["profile-size /templates/0/rules"])
        let empty = P.document(concepts: Array(repeating: "{}", count: 4000))
        #expect(P.faults(empty).count == 100)
        let large = Array(repeating: UInt8(ascii: " "), count: 5 << 20)
        #expect(throws: ProfileRejection.self) { try Profile(parsing: large) }
        // A chain of patterns, as long as may be, each within the next: cycles are looked for without recursion.
        let chain = (0..<1000).map { number in
            Self.pattern("p\(number)", #""optional":"\#(P.id)/patterns/p\#((number + 1) % 1000)""#)
        }
        #expect(P.faults(P.document(patterns: chain)) == ["profile-pattern-cycle "])
    }
}
