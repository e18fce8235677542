import Gzip
import Testing

@Suite("gzip")
struct GzipTests {
    private func compressed(_ chunks: [[UInt8]]) throws -> [UInt8] {
        let compressor = try GzipCompressor()
        return chunks.flatMap { compressor.compress($0) } + compressor.finish()
    }

    /// What bytes expand to, given in pieces of a size.
    private func expanded(_ bytes: [UInt8], by size: Int) async throws -> [UInt8] {
        let expander = try GzipExpander()
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            try await expander.expand(Array(bytes[start..<min(start + size, bytes.count)])) { piece in
                #expect(piece.count <= 64 << 10)
                result += piece
            }
        }
        try expander.finish()
        return result
    }

    private static let text = (0..<40_000).flatMap { Array("{\"line\":\($0)}\n".utf8) }

    @Test("what was compressed comes out again, however it is cut", arguments: [1, 7, 1000, 1 << 20])
    func roundTrip(size: Int) async throws {
        let bytes = try compressed([Array(Self.text[..<100_000]), Array(Self.text[100_000...]), []])
        #expect(GzipExpander.isGzip(bytes) && bytes.count < Self.text.count / 3)
        #expect(try await expanded(bytes, by: size) == Self.text)
    }

    @Test("streams that follow each other are one text", arguments: [1, 1 << 20])
    func concatenated(size: Int) async throws {
        let bytes = try compressed([Array("one ".utf8)]) + compressed([]) + compressed([Array("two".utf8)])
        #expect(try await expanded(bytes, by: size) == Array("one two".utf8))
    }

    @Test("ten megabytes of one byte come in bounded pieces")
    func bomb() async throws {
        let bytes = try compressed([[UInt8](repeating: 32, count: 10 << 20)])
        #expect(bytes.count < 20_000)
        #expect(try await expanded(bytes, by: 1 << 20).count == 10 << 20)
    }

    @Test("a stream that is cut or damaged is refused")
    func damaged() async throws {
        let bytes = try compressed([Self.text])
        var changed = bytes
        changed[bytes.count - 5] ^= 0xFF
        for damaged in [Array(bytes.dropLast(9)), changed, Array("{}\n".utf8)] {
            await #expect(throws: GzipError.self) { try await expanded(damaged, by: 4096) }
        }
    }
}
