import LearningRecords
import Testing

@Suite("lines")
struct LineSplitterTests {
    private func lines(_ text: String, by size: Int, maximum: Int = 100) async throws -> [String] {
        var splitter = LineSplitter(maximumBytes: maximum)
        var lines: [String] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try await splitter.split(Array(bytes[start..<min(start + size, bytes.count)])) {
                lines.append(String(decoding: $0, as: UTF8.self))
            }
        }
        try await splitter.finish { lines.append(String(decoding: $0, as: UTF8.self)) }
        return lines
    }

    @Test("lines are the same, however the bytes come", arguments: [1, 2, 3, 5, 1000])
    func cut(size: Int) async throws {
        #expect(try await lines("one\n\ntwo\nthree", by: size) == ["one", "", "two", "three"])
        #expect(try await lines("one\n", by: size) == ["one"])
        #expect(try await lines("", by: size) == [])
    }

    @Test("of a line that is too long, enough is kept to tell it by, and the next is whole", arguments: [1, 4, 1000])
    func tooLong(size: Int) async throws {
        #expect(try await lines("123456789\nshort\n12345", by: size, maximum: 5) == ["123456", "short", "12345"])
    }
}
