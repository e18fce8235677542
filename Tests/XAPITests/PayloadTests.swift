import FoundationEssentials
import JSON
import Testing
import XAPI

@Suite("The exact bytes of a statement")
struct PayloadTests {
    @Test("nothing is cut or changed when the client sends nothing of the store's")
    func exact() throws {
        let text =
            "{ \"verb\" :{\"id\":\"x:y\"},\n\"object\":{\"id\":\"x:z\"} , \"result\":{\"score\":{\"raw\":1.50E+1},"
            + "\"response\":\"\\u00e9\\/\\uD83D\\uDE00é\"},\t\"actor\":{\"mbox\":\"mailto:a@b.c\"}}"
        let statement = try #require(try Sample.parse("  " + text + "\n"))
        #expect(string(statement.payload) == text)
        #expect(statement.received == nil)
        let batch = try StatementBatch.parse(bytes: Array("[ \(text) ,\(text)]".utf8), version: .v1_0_3)
        #expect(batch.isArray)
        #expect(batch.statements.map { string($0.payload) } == [text, text])
    }

    @Test("stored and authority are cut wherever they stand, and all else stays byte for byte")
    func cuts() throws {
        let actor = "\"actor\" : {\"mbox\":\"mailto:a@b.c\"}"
        let verb = "\"verb\": {\"id\":\"x:y\"}"
        let object = "\"object\" :{\"id\":\"x:z\"}"
        let stored = "\"stored\" : \"2015-01-01T00:00:00Z\""
        let authority = "\"authority\":{\"mbox\":\"mailto:a@b.c\"}"
        let kept = [actor, verb, object]
        for place in 0...3 {
            for other in 0...4 {
                var parts = kept
                parts.insert(stored, at: place)
                parts.insert(authority, at: other)
                let text = "{ " + parts.joined(separator: " , ") + " }"
                let statement = try #require(try Sample.parse(text))
                #expect(string(statement.received ?? []) == text)
                #expect(statement.sent == [.stored, .authority])
                let payload = string(statement.payload)
                #expect(payload == "{ " + kept.joined(separator: " , ") + " }", "\(text)")
                _ = try JSONDocument(parsing: statement.payload)
            }
        }
    }

    @Test("a context activity sent alone stands in an array, in SubStatements too, and the bytes sent are kept")
    func contextActivities() throws {
        func text(_ open: String, _ close: String) -> String {
            let activities =
                "{\"parent\": \(open){\"id\":\"x:p\"}\(close) ,\"other\":[ {\"id\":\"x:o\"} ],\"category\":\(open){\"id\":\"x:c\"}\(close)}"
            let context = "\"context\":{\"contextActivities\":\(activities)}"
            let inner =
                "{\"objectType\":\"SubStatement\",\"actor\":\(Sample.actor),\"verb\":\(Sample.verb),"
                + "\"object\":\(Sample.activity),\(context)}"
            return "{\"actor\":\(Sample.actor),\"verb\":\(Sample.verb), \"object\":\(inner),\(context)}"
        }
        let statement = try #require(try Sample.parse(text("", "")))
        #expect(string(statement.payload) == text("[", "]"))
        #expect(string(statement.received ?? []) == text("", ""))
        let array = try #require(try Sample.parse(text("[", "]")))
        #expect(string(array.payload) == text("[", "]"))
        #expect(array.received == nil)
    }

    @Test("what the client says is served as it was said, with the store's members before the closing brace")
    func splices() throws {
        let id = try #require(UUID(uuidString: Sample.id))
        let payload = Array("{\"a\":1.0 , \"b\":{} }".utf8)
        let served = ServedStatement.splice(
            payload: payload, id: id, stored: 1, timestamp: 0, authority: Array(Sample.actor.utf8), version: "2.0.0")
        #expect(
            string(served)
                == #"{"a":1.0 , "b":{} ,"id":"\#(Sample.id)","timestamp":"2000-01-01T00:00:00.000Z","#
                + #""stored":"2000-01-01T00:00:00.000001Z","authority":\#(Sample.actor),"version":"2.0.0"}"#)
        let minimal = ServedStatement.splice(
            payload: Array("{ }".utf8), id: nil, stored: 0, timestamp: nil, authority: Array("{}".utf8), version: nil)
        #expect(string(minimal) == #"{ "stored":"2000-01-01T00:00:00.000Z","authority":{}}"#)
    }

    @Test("a served statement is a valid one, and reading it gives the same payload back but for the store's values")
    func roundTrip() throws {
        for text in [Sample.statement(), Sample.context(#""platform":"x""#), Sample.attachment()] {
            let statement = try #require(try Sample.parse(text))
            let served = ServedStatement.splice(
                payload: statement.payload, id: UUID(), stored: 5, timestamp: 5, authority: Array(Sample.actor.utf8),
                version: "1.0.0")
            let again = try #require(try Sample.parse(string(served)))
            #expect(again.sent == [.id, .timestamp, .version, .stored, .authority])
            #expect(again.received == served)
            let one = try ImmutabilityForm(payload: served)
            let other = try ImmutabilityForm(payload: again.payload)
            #expect(one == other)
        }
    }

    @Test("random spellings of numbers, escapes, order and white space survive", arguments: 0..<50)
    func survives(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let text = random.statement()
        let statement = try #require(try Sample.parse(text))
        #expect(string(statement.payload) == text)
    }

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// Makes spellings of one statement, the same for the same seed.
private struct Seeded {
    var state: UInt64

    mutating func statement() -> String {
        let numbers = ["0", "-0.0", "1.50", "1e0", "0.1E+1", "-1.000000000000000000000000", "0.00001e5", "1E-400"]
        let strings = ["\"x\"", "\"\\u0078\"", "\"\\\"\\\\\\/\"", "\"\\uD83D\\uDE00\"", "\"😀é\"", "\"\"", "\"\\t\""]
        let score = "\"raw\"\(space()):\(space())\(pick(numbers))"
        var members = [
            "\"actor\":\(space())\(Sample.actor)", "\"verb\":\(Sample.verb)\(space())",
            "\"object\":\(space())\(Sample.activity)",
            "\"result\"\(space()):{\"score\":{\(score)},\"response\":\(pick(strings))}",
            "\"context\":{\"extensions\":{\"x:\(next() % 100)\":[\(pick(numbers)),\(space())\(pick(strings))]}}",
        ]
        for index in members.indices { members.swapAt(index, Int(next() % UInt64(members.count))) }
        return "{\(space())" + members.joined(separator: "\(space()),\(space())") + "\(space())}"
    }

    private mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    private mutating func space() -> String { pick(["", " ", "\n", "\t\r\n  "]) }

    private mutating func pick(_ values: [String]) -> String { values[Int(next() % UInt64(values.count))] }
}
