/// A PNG image taken apart into its chunks, each of which was found whole.
struct PNGChunks {
    /// The size beyond which an image isn't read.
    static let maximumBytes = 16 << 20

    /// A chunk: what stands between its length and its checksum.
    struct Chunk {
        let type: [UInt8]
        let data: ArraySlice<UInt8>
        /// The whole chunk, with length and checksum.
        let range: Range<Int>
    }

    let bytes: [UInt8]
    private(set) var chunks: [Chunk] = []

    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

    init(_ bytes: [UInt8]) throws(CredentialError) {
        guard bytes.count <= Self.maximumBytes else { throw Self.error("is larger than \(Self.maximumBytes) bytes") }
        guard Self.isPNG(bytes) else { throw Self.error("does not begin as a PNG image") }
        self.bytes = bytes
        var position = Self.signature.count
        while chunks.last.map({ $0.type != Self.end }) ?? true {
            guard let length = Self.number(bytes, at: position), length < 1 << 31,
                bytes.count - position - 12 >= Int(length)
            else { throw Self.error("ends within a chunk") }
            let range = position..<position + 12 + Int(length)
            let content = bytes[position + 4..<range.upperBound - 4]
            guard Self.number(bytes, at: range.upperBound - 4) == Checksums.crc32(content) else {
                throw Self.error("has a chunk with a wrong checksum")
            }
            chunks.append(Chunk(type: Array(content.prefix(4)), data: content.dropFirst(4), range: range))
            position = range.upperBound
        }
        guard position == bytes.count else { throw Self.error("goes on after its end") }
        guard chunks.first?.type == Array("IHDR".utf8), chunks.contains(where: { $0.type == Array("IDAT".utf8) }) else {
            throw Self.error("has no header or no pixels")
        }
    }

    /// A chunk with its length and checksum.
    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let content = Array(type.utf8) + data
        return bigEndian(UInt32(data.count)) + content + bigEndian(Checksums.crc32(content))
    }

    static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func number(_ bytes: [UInt8], at position: Int) -> UInt32? {
        guard bytes.count - position >= 4 else { return nil }
        return bytes[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func error(_ what: String) -> CredentialError { CredentialError(.invalidImage, "The image \(what).") }

    private static let end = Array("IEND".utf8)
}
