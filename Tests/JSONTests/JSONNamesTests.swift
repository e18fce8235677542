import JSON
import Testing

@Suite("Names that are known beforehand")
struct JSONNamesTests {
    private let names = JSONNames(["id", "actor", "contextActivities", "mbox_sha1sum", "a", "completion"])

    @Test("a known name has its number, any other none, however it is written")
    func numbers() throws {
        let text = #"{"id":1,"actor":2,"contextActivities":3,"a":4,"\u0062":5,"\u0063ompletion":6,"Actor":7,"":8}"#
        let document = try JSONDocument(parsing: Array(text.utf8), names: names)
        var numbers: [Int] = []
        document.forEachMember(0) { key, _ in numbers.append(document.entry(key).name) }
        #expect(numbers == [1, 2, 3, 5, 0, 6, 0, 0])
    }

    @Test("names of the same ends and length are told apart")
    func alike() throws {
        let text = #"{"contextActivitiex":1,"contexXActivities":2}"#
        let document = try JSONDocument(parsing: Array(text.utf8), names: names)
        document.forEachMember(0) { key, _ in #expect(document.entry(key).name == 0) }
    }

    @Test("a text scanned without names can be asked for them later")
    func later() throws {
        let document = try JSONDocument(parsing: Array(#"["mbox_sha1sum","c\u006Fmpletion","mbox"]"#.utf8))
        var numbers: [Int] = []
        document.forEachElement(0) { _, element in numbers.append(document.number(element, among: names)) }
        #expect(numbers == [4, 6, 0])
    }

    @Test(
        "a known name that stands twice is refused",
        arguments: [#"{"id":1,"id":2}"#, #"{"id":1,"x":{},"i\u0064":2}"#])
    func duplicates(_ text: String) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8), names: names) }
        #expect(error?.rule == .duplicateKey)
    }
}
