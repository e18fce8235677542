import JSON
import Testing
import XAPI

@Suite("Hostile bodies")
struct HostileStatementTests {
    private static let full = Sample.context(
        #""registration":"\#(Sample.id)","extensions":{"http://example.com/ä":"\u00e9😀"},"#
            + #""contextActivities":{"grouping":[{"id":"x:y","definition":{"name":{"en":"x"}}}]}"#)

    @Test("a valid statement cut anywhere is refused as JSON")
    func truncated() {
        let bytes = Array(Self.full.utf8)
        for length in 0..<bytes.count {
            let rejection = StatementBatch.rejection(of: Array(bytes[..<length]), version: .v2_0)
            #expect(rejection?.violations.count == 1)
            #expect(rejection?.violations.first?.rule.hasPrefix("json-") == true)
        }
    }

    @Test("invalid UTF-8 at any place is refused")
    func invalidUTF8() {
        let bytes = Array(Self.full.utf8)
        for place in 0...bytes.count {
            for bad: [UInt8] in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80]] {
                var broken = bytes
                broken.insert(contentsOf: bad, at: place)
                let rule = StatementBatch.rejection(of: broken, version: .v1_0_3)?.violations.first?.rule
                #expect(rule == "json-utf8" || rule == "json-syntax")
            }
        }
    }

    @Test("each byte replaced by each other never crashes; what passes keeps its bytes")
    func mutated() throws {
        let bytes = Array(Self.full.utf8)
        for place in bytes.indices {
            for byte: UInt8 in [0, 0x20, 0x22, 0x2C, 0x30, 0x5B, 0x5C, 0x5D, 0x61, 0x7B, 0x7D, 0x80, 0xC3, 0xFF] {
                var mutant = bytes
                mutant[place] = byte
                guard let batch = try? StatementBatch.parse(bytes: mutant, version: .v2_0) else { continue }
                #expect(batch.statements.map(\.payload) == [mutant])
                _ = try ImmutabilityForm(payload: mutant)
            }
        }
    }

    @Test(
        "each danger has its rule",
        arguments: [
            (String(repeating: "[", count: 1_000_000), "json-depth", ""),
            ("{\"actor\":" + String(repeating: "{\"a\":", count: 200_000), "json-depth", nil),
            ("{\"a\":1,\"a\":2}", "json-duplicate-key", "/a"), ("", "json-syntax", ""), ("{", "json-syntax", ""),
            ("{\"actor\":{\"name\":\"\\u0000\"}}", "json-nul", "/actor/name"),
            ("{\"actor\":{\"name\":\"\\ud800\"}}", "json-lone-surrogate", "/actor/name"),
        ] as [(String, String, String?)])
    func dangers(_ text: String, _ rule: String, _ pointer: String?) {
        let violation = Sample.violations(text).first
        #expect(violation?.rule == rule)
        if let pointer, !pointer.isEmpty { #expect(violation?.pointer == pointer) }
        #expect(violation?.index == nil)
    }

    @Test("numbers of a million digits are refused, quickly")
    func endlessNumbers() {
        let digits = String(repeating: "9", count: 1_000_000)
        let violations = Sample.violations(Sample.result(#""score":{"raw":\#(digits)}"#))
        #expect(violations.map(\.rule) == ["json-number-range"])
        #expect(violations.map(\.pointer) == ["/result/score/raw"])
    }

    @Test("numbers of 900 digits are compared exactly, and kept")
    func longNumbers() throws {
        let digits = String(repeating: "9", count: 900)
        #expect(Sample.violations(Sample.result(#""score":{"scaled":0.\#(digits)}"#)) == [])
        let violations = Sample.violations(Sample.result(#""score":{"scaled":1.\#(digits)}"#))
        #expect(violations.map(\.rule) == ["score-scaled"])
        let statement = try #require(try Sample.parse(Sample.result(#""score":{"raw":0.\#(digits)}"#)))
        #expect(statement.result?.raw == "0." + digits)
    }

    @Test("an object of 10,000 unknown members is refused with a bounded answer")
    func manyMembers() {
        let members = (0..<10_000).map { "\"m\($0)\":0" }.joined(separator: ",")
        let rejection = StatementBatch.rejection(of: Array(Sample.statement(more: members).utf8), version: .v2_0)
        #expect(rejection?.violations.count == 1000)
        #expect(rejection?.omitted == 9000)
    }

    @Test("the refusal's document names index, pointer, rule, requirement and reason")
    func problem() throws {
        let text = "[\(Sample.statement()),\(Sample.statement(verb: #"{"id":"a\"b"}"#))]"
        let rejection = try #require(StatementBatch.rejection(of: Array(text.utf8), version: .v1_0_3))
        var writer = JSONWriter()
        writer.object { rejection.writeMembers(to: &$0) }
        let document = try JSONDocument(parsing: writer.bytes)
        #expect(rejection.summary == "statement 1, /verb/id: \"a\"b\" is not an absolute IRI. (verb-id)")
        let violation = document.root["violations"]?[0]
        #expect(violation?["index"]?.integer == 1)
        #expect(violation?["pointer"]?.string == "/verb/id")
        #expect(violation?["rule"]?.string == "verb-id")
        #expect(violation?["requirement"]?.string == "XAPI-00044")
        #expect(violation?["reason"]?.string == "\"a\"b\" is not an absolute IRI.")
    }
}
