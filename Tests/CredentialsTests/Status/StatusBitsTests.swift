import Credentials
import Foundation
import Gzip
import Testing

@Suite("Bits of status lists")
struct StatusBitsTests {
    @Test("The first bit is the left-most, and no other bit changes")
    func order() {
        var bits = StatusBits()
        #expect(bits.count == 131_072 && bits.bytes.allSatisfy { $0 == 0 })
        bits[0] = true
        bits[10] = true
        bits[131_071] = true
        #expect(bits.bytes[0] == 0x80 && bits.bytes[1] == 0x20 && bits.bytes[16_383] == 0x01)
        #expect(bits.bytes.map(\.nonzeroBitCount).reduce(0, +) == 3)
        bits[10] = false
        #expect(!bits[10] && bits[0] && bits.bytes[1] == 0)
    }

    @Test("No list is shorter than the standard's minimum")
    func minimum() {
        #expect(StatusBits(count: 1).count == 131_072)
        #expect(StatusBits(count: 131_073).count == 131_080)
    }

    @Test("Bits survive being compressed, and an empty list takes few bytes")
    func roundTrip() async throws {
        var bits = StatusBits()
        for _ in 0..<500 { bits[Int.random(in: 0..<bits.count)] = true }
        let text = try bits.encoded()
        #expect(text.hasPrefix("uH4sI"))
        #expect(try await StatusBits(encoded: text) == bits)
        #expect(try StatusBits().encoded().utf8.count < 100)
    }

    @Test(
        "Texts of another form are refused",
        arguments: ["", "u", "zH4sI", "uH4sI", "u====", "uAAAA", "H4sIAAAAAAAAAwAAAAAAAAAAAA"])
    func malformed(text: String) async {
        let error = await #expect(throws: StatusListError.self) { try await StatusBits(encoded: text) }
        #expect(error?.name == .malformedValue)
    }

    @Test("A list that expands beyond the bound isn't expanded")
    func bomb() async throws {
        let compressor = try GzipCompressor()
        var bytes: [UInt8] = []
        for _ in 0..<20 { bytes += compressor.compress([UInt8](repeating: 0, count: 1 << 20)) }
        bytes += compressor.finish()
        let error = await #expect(throws: StatusListError.self) {
            try await StatusBits(encoded: "u" + base64url(bytes))
        }
        #expect(error?.name == .malformedValue && error?.message.contains("16777216") == true)
    }

    @Test("The error names are those of the standard, as types of problems")
    func names() {
        let types = StatusListError.Name.allCases.map { StatusListError($0, "").type }
        #expect(types.contains("https://www.w3.org/ns/credentials/status-list#RANGE_ERROR"))
        #expect(Set(types).count == 5)
    }
}
