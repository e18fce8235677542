internal import CZlib

/// Deflate without any header (RFC 1951), as zip archives hold it.
enum Deflate {
    /// The bytes, compressed; nil when there is no memory for it.
    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = unsafe z_stream()
        guard unsafe tessera_deflate_raw(&stream, 6) == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        var isDone = false
        // The bound is enough for all of it, so one call does everything.
        let output = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                unsafe isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = unsafe output.count - Int(stream.avail_out)
        }
        return isDone ? output : nil
    }

    /// What compressed bytes stand for, when that is exactly as many bytes as expected; nil otherwise.
    ///
    /// Never more than these are written, however well the bytes were compressed.
    static func expanded(_ bytes: [UInt8], count expected: Int) -> [UInt8]? {
        var stream = unsafe z_stream()
        guard unsafe tessera_inflate_raw(&stream) == Z_OK else { return nil }
        defer { unsafe inflateEnd(&stream) }
        var input = bytes
        var isDone = false
        // One byte more than expected, so that zlib can tell the end of the stream where nothing is expected.
        let output = unsafe [UInt8](unsafeUninitializedCapacity: expected + 1) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(expected + 1)
                unsafe isDone = inflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = unsafe expected + 1 - Int(stream.avail_out)
        }
        return isDone && output.count == expected ? output : nil
    }

    /// The checksum that zip archives keep of each file.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            UInt32(truncatingIfNeeded: unsafe crc32(0, buffer.baseAddress, UInt32(buffer.count)))
        }
    }
}
