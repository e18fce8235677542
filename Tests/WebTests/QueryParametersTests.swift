import Hummingbird
import Testing

@testable import Web

@Suite("the parameters of a query")
struct QueryParametersTests {
    private func parameters(_ query: String, known: Set<String> = ["a", "b", "flag"]) throws -> QueryParameters {
        try QueryParameters(.get("/x" + query), known: known)
    }

    /// The detail of the 400 that a query meets with.
    private func refusal(_ query: String) -> String? {
        let problem = #expect(throws: Problem.self) { try parameters(query) }
        #expect(problem?.status == .badRequest)
        return problem?.detail
    }

    @Test(
        "values are percent-decoded UTF-8, with + for a space",
        arguments: [
            ("?a=1", "1"), ("?a=", ""), ("?a", ""), ("?a=b=c", "b=c"), ("?a=%7B%22x%22%3A1%7D", #"{"x":1}"#),
            ("?a=one+two%20three%2Bfour", "one two three+four"), ("?a=%C3%A9é", "éé"), ("?%61=1", "1"),
            ("?a=%26%3D%25", "&=%"), ("?&a=1&", "1"),
        ])
    func decoded(query: String, value: String) throws {
        #expect(try parameters(query)["a"] == value)
    }

    @Test("without a query there are none", arguments: ["", "?"])
    func absent(query: String) throws {
        #expect(try parameters(query).names == [])
    }

    @Test("an unknown name is refused, wrong case included, and the known ones are told")
    func unknown() {
        #expect(refusal("?A=1") == "A: no such parameter here; names are case-sensitive. Known: a, b, flag.")
        #expect(refusal("?=1")?.hasPrefix(": no such parameter") == true)
    }

    @Test("a name given twice is refused, however it is written")
    func twice() {
        #expect(refusal("?a=1&b=2&a=1") == "a: given more than once.")
        #expect(refusal("?a=1&%61=2") == "a: given more than once.")
    }

    @Test(
        "what is not percent-encoded UTF-8 is refused",
        arguments: ["?a=%", "?a=%4", "?a=%4g", "?a=%+f", "?a=%-1", "?a=%FF", "?a=%C3", "?%FF=1", "?a=%ED%A0%80"])
    func malformed(query: String) {
        #expect(refusal(query)?.hasSuffix("this is not percent-encoded UTF-8.") == true)
    }

    @Test("U+0000 is refused, which no text in the database has")
    func nul() {
        #expect(refusal("?a=x%00") == "a: U+0000 is not accepted.")
    }

    @Test("a flag is true or false, and false when it is not given")
    func flags() throws {
        #expect(try parameters("?flag=true").flag("flag"))
        #expect(try !parameters("?flag=false").flag("flag"))
        #expect(try !parameters("").flag("flag"))
        for value in ["", "1", "yes", "truе"] {
            #expect(throws: Problem.self) { try parameters("?flag=\(value)").flag("flag") }
        }
    }

    @Test("a value that is not what it must be is named in the refusal, the beginning of it only")
    func typed() throws {
        #expect(try parameters("?a=12").value("a", mustBe: "a number") { Int($0) } == 12)
        #expect(try parameters("?b=12").value("a", mustBe: "a number") { Int($0) } == nil)
        let long = String(repeating: "x", count: 5000)
        let problem = #expect(throws: Problem.self) {
            try parameters("?a=\(long)").value("a", mustBe: "a number") { Int($0) }
        }
        #expect(problem?.detail.hasSuffix("x\" is not a number.") == true)
        #expect((problem?.detail.count ?? 0) < 300)
    }
}
