internal import CZlib

/// Streams in zlib's own format (RFC 1950), as PDF has them, taken as a whole.
public enum ZlibStream {
    /// The bytes that a stream at the beginning of `bytes` stands for; what follows it is passed over.
    ///
    /// - Parameter limit: how many bytes may come out.
    /// - Throws: ``GzipError`` when there is no such stream, it is damaged or cut off, or more would come out.
    public static func expand(_ bytes: ArraySlice<UInt8>, atMost limit: Int) throws(GzipError) -> [UInt8] {
        var stream = unsafe z_stream()
        guard unsafe tessera_inflate_zlib(&stream) == Z_OK else { throw .outOfMemory }
        defer { unsafe inflateEnd(&stream) }
        var input = Array(bytes)
        var expanded: [UInt8] = []
        var status: Int32 = Z_OK
        // One address for all steps: zlib keeps it from one call to the next.
        unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = UInt32(clamping: input.count)
            while status == Z_OK, expanded.count <= limit {
                let piece = unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { output, count in
                    unsafe stream.next_out = output.baseAddress
                    unsafe stream.avail_out = UInt32(output.count)
                    status = unsafe inflate(&stream, Z_NO_FLUSH)
                    count = unsafe output.count - Int(stream.avail_out)
                }
                expanded += piece
            }
        }
        guard expanded.count <= limit else { throw .tooLarge }
        switch status {
        case Z_STREAM_END: return expanded
        case Z_OK, Z_BUF_ERROR: throw .truncated
        case Z_MEM_ERROR: throw .outOfMemory
        default: throw .malformed
        }
    }
}
