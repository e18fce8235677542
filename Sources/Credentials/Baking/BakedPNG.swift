/// Credentials within PNG images: an `iTXt` chunk with the keyword `openbadgecredential` (Open Badges 3.0).
enum BakedPNG {
    private static let keyword = Array("openbadgecredential".utf8)
    /// After the keyword: its end, no compression, no method of it, no language, no translation of the keyword.
    private static let header: [UInt8] = [0, 0, 0, 0, 0]

    /// The image with a credential in it.
    static func bake(_ credential: [UInt8], into image: [UInt8]) throws(CredentialError) -> [UInt8] {
        let image = try PNGChunks(image)
        guard image.chunks.allSatisfy({ Self.text(of: $0) == nil }), let first = image.chunks.first else {
            throw PNGChunks.error("holds a credential already")
        }
        let chunk = PNGChunks.chunk("iTXt", keyword + header + credential)
        return image.bytes[..<first.range.upperBound] + chunk + image.bytes[first.range.upperBound...]
    }

    /// The credential in an image.
    static func credential(in image: [UInt8]) throws(CredentialError) -> [UInt8] {
        let found = try PNGChunks(image).chunks.compactMap(text)
        guard let chunk = found.first else { throw PNGChunks.error("holds no credential") }
        guard found.count == 1 else { throw PNGChunks.error("holds more than one credential") }
        guard chunk.starts(with: header.prefix(2)) else {
            throw PNGChunks.error("holds a credential that is compressed, which Open Badges doesn't allow")
        }
        // The language and the translated keyword, which end with a zero each, say nothing that matters.
        let parts = chunk.dropFirst(3).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw PNGChunks.error("holds a credential in a text that is cut off") }
        return Array(parts[2])
    }

    /// What follows the keyword in a chunk that holds a credential.
    private static func text(of chunk: PNGChunks.Chunk) -> ArraySlice<UInt8>? {
        guard chunk.type == Array("iTXt".utf8), chunk.data.starts(with: keyword + [0]) else { return nil }
        return chunk.data.dropFirst(keyword.count)
    }
}
