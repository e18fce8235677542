import JSON
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("objects and arrays get their commas")
    func nesting() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("a", number: 1)
            writer.member(
                "b",
                array: { writer in
                    writer.object { _ in }
                    writer.array { _ in }
                    writer.string("x")
                    writer.null()
                    writer.boolean(true)
                })
        }
        #expect(text(writer) == #"{"a":1,"b":[{},[],"x",null,true]}"#)
    }

    @Test("members are written in one call")
    func members() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("s", string: "t")
            writer.member("none", stringIfPresent: nil)
            writer.member("some", stringIfPresent: "u")
            writer.member("yes", boolean: true)
            writer.member("raw", raw: "[1]".utf8)
            writer.member("inner", object: { $0.member("n", number: -5) })
            writer.member("list", array: { $0.number(2) })
        }
        #expect(
            text(writer)
                == #"{"s":"t","some":"u","yes":true,"raw":[1],"inner":{"n":-5},"list":[2]}"#)
    }

    @Test("whatever a string holds comes back")
    func escaping() throws {
        let all = String(String.UnicodeScalarView((1...0x2FF).compactMap(Unicode.Scalar.init))) + "\"\\/😀\u{2028}"
        var writer = JSONWriter()
        writer.string(all)
        let document = try JSONDocument(parsing: writer.bytes)
        #expect(document.root.string == all)
    }

    private func text(_ writer: JSONWriter) -> String { String(decoding: writer.bytes, as: UTF8.self) }
}
