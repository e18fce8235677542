import JSON
import Testing

@Suite("Looking at values")
struct JSONValueTests {
    let document: JSONDocument

    init() throws {
        let text = #" {"a": [1.50, "x\ty", true, null], "b\/c": {"d": -0.0}, "é": "\uD83D\uDE00"} "#
        document = try JSONDocument(parsing: Array(text.utf8))
    }

    @Test("members and elements are found, and come in the order received")
    func lookup() {
        let root = document.root
        #expect(root.members.map { $0.key.string } == ["a", "b/c", "é"])
        #expect(root["a"]?.elements.map(\.kind) == [.number, .string, .boolean, .null])
        #expect(root["a"]?[1]?.string == "x\ty")
        #expect(root["a"]?[2]?.boolean == true)
        #expect(root["a"]?[3]?.isNull == true)
        #expect(root["a"]?.count == 4)
        #expect(root["b/c"]?["d"]?.double == 0)
        #expect(root["é"]?.string == "😀")
    }

    @Test("what isn't there is nil")
    func missing() {
        #expect(document.root["x"] == nil)
        #expect(document.root["a"]?[4] == nil)
        #expect(document.root["a"]?[-1] == nil)
        #expect(document.root["a"]?["a"] == nil)
        #expect(document.root[0] == nil)
        #expect(document.root.string == nil)
        #expect(document.root["a"]?[0]?.integer == nil)
        #expect(document.root["a"]?[0]?.members.map(\.key.node).isEmpty == true)
        #expect(document.root["a"]?[0]?.elements.map(\.node).isEmpty == true)
    }

    @Test("digits and slices are exactly what was received")
    func exact() {
        #expect(document.root["a"]?[0]?.lexeme == "1.50")
        #expect(document.root["b/c"]?["d"]?.lexeme == "-0.0")
        #expect(document.root["a"].map { String(decoding: $0.bytes, as: UTF8.self) } == #"[1.50, "x\ty", true, null]"#)
        #expect(document.root["é"].map { String(decoding: $0.bytes, as: UTF8.self) } == #""\uD83D\uDE00""#)
    }

    @Test("the pointer of a value leads back to it")
    func pointers() {
        #expect(document.root.pointer == "")
        #expect(document.root["a"]?[3]?.pointer == "/a/3")
        #expect(document.root["b/c"]?["d"]?.pointer == "/b~1c/d")
    }

    @Test("a text equals one of the same bytes, whatever their number", arguments: 0...20)
    func equalTexts(length: Int) throws {
        let text = String("abcdefghijklmnopqrstuvwxyz".prefix(length))
        let document = try JSONDocument(parsing: Array("\"\(text)\"".utf8))
        #expect(document.text(0, equals: text))
        #expect(!document.text(0, equals: text + "x"))
        for position in text.indices {
            var other = text
            other.replaceSubrange(position...position, with: "X")
            #expect(!document.text(0, equals: other))
        }
    }
}
