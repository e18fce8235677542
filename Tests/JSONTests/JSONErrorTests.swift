import JSON
import Testing

@Suite("Where a fault is")
struct JSONErrorTests {
    @Test("line and column are counted from 1, the column in bytes")
    func lineAndColumn() {
        let error = #expect(throws: JSONError.self) {
            try JSONDocument(parsing: Array("{\n  \"é\": 1,\n  \"b\": x\n}".utf8))
        }
        #expect(error?.line == 3)
        #expect(error?.column == 8)
        #expect(error?.offset == 20)
        #expect(error?.pointer == "/b")
    }

    @Test(
        "the pointer names the value that was being read",
        arguments: [
            ("{\"a\":{\"b\":[1,2,x]}}", "/a/b/2"), ("[[],[1,", "/1/1"), ("{\"a/b\":{\"m~n\":?", "/a~1b/m~0n"),
            ("x", ""), ("{\"a\":1,\"a\":2}", "/a"), ("[{\"a\":1},{\"b\":1,\"b\":2}]", "/1/b"),
            ("{\"a\":{\"x\":1},\"b\":\"\\ud800\"}", "/b"), ("[{\"a\":[[\"\\u0000\"]]}]", "/0/a/0/0"),
            ("{\"a\":{\"x\":1,\"\\ud800\":2}}", "/a"), ("{\"a\":1,", ""), ("{\"a\":1,b", ""), ("{\"a\" 1", "/a"),
        ])
    func pointer(_ text: String, _ pointer: String) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
        #expect(error?.pointer == pointer)
    }

    @Test("the rules have distinct ids")
    func distinctRules() {
        #expect(Set(JSONRule.all.map(\.id)).count == JSONRule.all.count)
    }
}
