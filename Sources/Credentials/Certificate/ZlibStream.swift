internal import Gzip

/// Bytes as a zlib stream (RFC 1950), as PNG and PDF have them.
enum ZlibStream {
    /// The stream: what gzip has between its header and trailer, between others.
    static func compress(_ bytes: [UInt8]) throws(CredentialError) -> [UInt8] {
        let compressor: GzipCompressor
        do { compressor = try GzipCompressor() } catch {
            throw CredentialError(.invalidImage, "The bytes could not be compressed: \(error)")
        }
        let gzip = compressor.compress(bytes) + compressor.finish()
        return [0x78, 0x9C] + gzip.dropFirst(10).dropLast(8) + PNGChunks.bigEndian(Checksums.adler32(bytes))
    }
}
