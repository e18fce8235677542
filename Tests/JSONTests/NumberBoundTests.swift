import JSON
import Testing

@Suite("Numbers can be bounded")
struct NumberBoundTests {
    private static let long = String(repeating: "9", count: 1001)

    @Test(
        "a number beyond the bounds is refused, with the place",
        arguments: ["1e400", "-1e309", "1e999999", "1e-999999", "0e401", "1E+4000000000000000000000", long])
    func refused(_ number: String) throws {
        let text = Array(#"{"a":[1,\#(number)]}"#.utf8)
        let error = #expect(throws: JSONError.self) {
            try JSONDocument(parsing: text, limits: JSONLimits(boundsNumbers: true))
        }
        #expect(error?.rule == .numberRange)
        #expect(error?.pointer == "/a/1")
    }

    @Test(
        "a number within the bounds keeps its digits",
        arguments: ["1e308", "-1.50E+2", "0e0", "1e-300", "0.900", String(repeating: "9", count: 300)])
    func kept(_ number: String) throws {
        let document = try JSONDocument(parsing: Array(number.utf8), limits: JSONLimits(boundsNumbers: true))
        #expect(document.root.lexeme == number)
    }

    @Test("without the bound every number of the grammar is taken")
    func unbounded() throws {
        #expect(try JSONDocument(parsing: Array("1e999999".utf8)).root.lexeme == "1e999999")
    }
}
