internal import Gzip

extension ZlibStream {
    /// Bytes as a stream, as PNG and PDF have them: what gzip has between its header and trailer, between others.
    static func compress(_ bytes: [UInt8]) throws(CredentialError) -> [UInt8] {
        let compressor: GzipCompressor
        do { compressor = try GzipCompressor() } catch {
            throw CredentialError(.invalidImage, "The bytes could not be compressed: \(error)")
        }
        let gzip = compressor.compress(bytes) + compressor.finish()
        return [0x78, 0x9C] + gzip.dropFirst(10).dropLast(8) + PNGChunks.bigEndian(Checksums.adler32(bytes))
    }
}
