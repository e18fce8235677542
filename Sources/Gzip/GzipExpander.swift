internal import CZlib

/// Gives back the bytes of gzip streams (RFC 1952), one after another, as they come.
///
/// What it gives at once is bounded, however well the bytes were compressed. A class, because zlib's state has an
/// address. It belongs to the task that made it.
@safe
public final class GzipExpander {
    private let stream: UnsafeMutablePointer<z_stream>
    private var isBetweenStreams = true

    /// Whether bytes are the beginning of a gzip stream.
    public static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// An expander that has seen nothing yet.
    /// - Throws: ``GzipError`` when there is no memory for it.
    public init() throws(GzipError) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe tessera_inflate_gzip(stream) == Z_OK else { throw .outOfMemory }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Takes compressed bytes, and hands on what they stand for, piece by piece.
    /// - Throws: ``GzipError`` when the bytes are not such a stream, and what `take` throws.
    public func expand(_ bytes: [UInt8], _ take: ([UInt8]) async throws -> Void) async throws {
        var offset = 0
        while offset < bytes.count {
            let piece = try expandOnce(bytes, from: &offset)
            if !piece.isEmpty { try await take(piece) }
        }
        // What is left inside zlib, where the last piece was full.
        while true {
            let piece = try expandOnce([], from: &offset)
            if piece.isEmpty { return }
            try await take(piece)
        }
    }

    /// Makes sure that nothing is missing.
    /// - Throws: ``GzipError`` when the last stream has not ended.
    public func finish() throws(GzipError) {
        if !isBetweenStreams { throw .truncated }
    }

    private func expandOnce(_ bytes: [UInt8], from offset: inout Int) throws(GzipError) -> [UInt8] {
        if isBetweenStreams {
            guard offset < bytes.count else { return [] }
            guard unsafe inflateReset(stream) == Z_OK else { throw .malformed }
            isBetweenStreams = false
        }
        var input = bytes
        var status: Int32 = Z_OK
        let start = offset
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + min(start, input.count) }
                unsafe stream.pointee.avail_in = UInt32(max(0, input.count - start))
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(output.count)
                status = unsafe inflate(stream, Z_NO_FLUSH)
            }
            count = unsafe output.count - Int(stream.pointee.avail_out)
        }
        if !bytes.isEmpty { offset = unsafe bytes.count - Int(stream.pointee.avail_in) }
        switch status {
        case Z_STREAM_END: isBetweenStreams = true
        // It can go no further without more bytes.
        case Z_OK, Z_BUF_ERROR: break
        case Z_MEM_ERROR: throw .outOfMemory
        default: throw .malformed
        }
        return piece
    }
}
