import JSON
import Testing

@Suite("Hostile texts")
struct ScannerLimitTests {
    @Test(
        "1 MB of nested arrays fails at the limit of depth, at once and without a deep stack",
        arguments: ["[", "{\"a\":"])
    func refusesDepth(_ opening: String) {
        let text = Array(String(repeating: opening, count: 1_000_000 / opening.utf8.count).utf8)
        let clock = ContinuousClock()
        let start = clock.now
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: text) }
        #expect(error?.rule == .depth)
        #expect(error?.offset == 64 * opening.utf8.count)
        #expect(clock.now - start < .seconds(1))
    }

    @Test("the limit of depth is exact")
    func depthIsExact() throws {
        let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        _ = try JSONDocument(parsing: Array(fits.utf8))
        #expect(throws: JSONError.self) { try JSONDocument(parsing: Array("[\(fits)]".utf8)) }
        _ = try JSONDocument(parsing: Array("[\(fits)]".utf8), limits: JSONLimits(maximumDepth: 65))
    }

    @Test("the escape of U+0000 is read where it is accepted, and nowhere else")
    func acceptsNUL() throws {
        let text = Array(#"["a\u0000b"]"#.utf8)
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: text) }
        #expect(error?.rule == .nul)
        let document = try JSONDocument(parsing: text, limits: JSONLimits(acceptsNUL: true))
        #expect(document.root[0]?.stringBytes == [0x61, 0, 0x62])
    }

    @Test("a million digits are a number, kept as they are")
    func keepsDigits() throws {
        let digits = String(repeating: "7", count: 1_000_000)
        let document = try JSONDocument(parsing: Array("[\(digits)]".utf8))
        #expect(document.root[0]?.lexeme == digits)
    }

    @Test("a text longer than the limit is refused by its size")
    func refusesSize() {
        let error = #expect(throws: JSONError.self) {
            try JSONDocument(parsing: Array("[1,2,3]".utf8), limits: JSONLimits(maximumBytes: 6))
        }
        #expect(error?.rule == .size)
    }

    @Test("100,000 distinct names in one object pass, quickly")
    func manyNames() throws {
        let names = (0..<100_000).map { "\"name\($0)\":\($0)" }.joined(separator: ",")
        let clock = ContinuousClock()
        let start = clock.now
        let document = try JSONDocument(parsing: Array("{\(names)}".utf8))
        #expect(clock.now - start < .seconds(5))
        #expect(document.root.count == 100_000)
        #expect(document.root["name99999"]?.integer == 99_999)
    }

    @Test("names with the same head, tail and length are still told apart", arguments: [2, 16, 17, 500])
    func similarNames(_ count: Int) throws {
        let names = (0..<count).map { "\"head\(1_000_000 + $0)tail\":\($0)" }
        let document = try JSONDocument(parsing: Array("{\(names.joined(separator: ","))}".utf8))
        #expect(document.root.count == count)
        let twice = names + [names[0]]
        let error = #expect(throws: JSONError.self) {
            try JSONDocument(parsing: Array("{\(twice.joined(separator: ","))}".utf8))
        }
        #expect(error?.rule == .duplicateKey)
        #expect(error?.pointer == "/head1000000tail")
    }

    @Test(
        "a name that stands twice is refused, however it is written",
        arguments: [
            "{\"a\":1,\"a\":2}", "{\"a\":1,\"b\":2,\"\\u0061\":3}", "{\"\":1,\"\":2}", "{\"\\u00e9\":1,\"é\":2}",
            "[{\"x\":{\"long name\":1,\"long\\u0020name\":2}}]",
        ])
    func refusesDuplicates(_ text: String) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
        #expect(error?.rule == .duplicateKey)
    }

    @Test("names that Unicode calls equivalent are different names")
    func keepsEquivalentNamesApart() throws {
        let document = try JSONDocument(parsing: Array("{\"e\u{301}\":1,\"\u{E9}\":2}".utf8))
        #expect(document.root["\u{E9}"]?.integer == 2)
        #expect(document.root["e\u{301}"]?.integer == 1)
    }

    @Test("a text cut anywhere is refused, and the fault lies within it")
    func refusesTruncation() throws {
        let text = Array("{\"a\":[1,-2.5e3,true,\"x\\u00e9\\ud83d\\ude00é\",null,{\"b\":{}}],\"c\":\"d\"}".utf8)
        _ = try JSONDocument(parsing: text)
        for length in 0..<text.count {
            let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text[..<length])) }
            #expect((error?.offset ?? -1) <= length)
        }
    }

    @Test("any single byte put anywhere never crashes, and what is accepted is well-formed UTF-8")
    func survivesMutation() {
        let text = Array("{\"a\":[1,-2.5e3,true,\"x\\u00e9é\"],\"c\":{}}".utf8)
        for place in text.indices {
            for byte in UInt8.min...UInt8.max {
                var mutated = text
                mutated[place] = byte
                guard let document = try? JSONDocument(parsing: mutated) else { continue }
                #expect(String(validating: document.bytes, as: UTF8.self) != nil)
            }
        }
    }
}
