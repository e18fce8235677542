internal import CZlib

/// Makes one gzip stream (RFC 1952), or one of zlib, of bytes as they come.
///
/// A class, because zlib's state has an address. It belongs to the task that made it.
@safe
public final class GzipCompressor {
    private let stream: UnsafeMutablePointer<z_stream>

    /// What stands around the compressed bytes.
    public enum Wrapping: Sendable {
        /// The header and trailer of gzip (RFC 1952).
        case gzip
        /// Those of zlib (RFC 1950), as small as it gets.
        case zlib
    }

    /// A stream that has no bytes yet.
    /// - Throws: ``GzipError`` when there is no memory for it.
    public init(_ wrapping: Wrapping = .gzip) throws(GzipError) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let status =
            switch wrapping {
            // 6 is zlib's own compromise between time and size.
            case .gzip: unsafe tessera_deflate_gzip(stream, 6)
            case .zlib: unsafe tessera_deflate_zlib(stream, 9)
            }
        guard status == Z_OK else { throw .outOfMemory }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Takes bytes, and gives those of the stream that are ready.
    public func compress(_ bytes: [UInt8]) -> [UInt8] { run(bytes, flush: Z_NO_FLUSH) }

    /// Ends the stream, and gives its last bytes; nothing may follow.
    public func finish() -> [UInt8] { run([], flush: Z_FINISH) }

    private func run(_ bytes: [UInt8], flush: Int32) -> [UInt8] {
        var compressed: [UInt8] = []
        var input = bytes
        unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe stream.pointee.next_in = input.baseAddress
            unsafe stream.pointee.avail_in = UInt32(input.count)
            var isFull = true
            // zlib has nothing left to give once it does not fill what it is given.
            while isFull {
                let piece = unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { output, count in
                    unsafe stream.pointee.next_out = output.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(output.count)
                    _ = unsafe deflate(stream, flush)
                    count = unsafe output.count - Int(stream.pointee.avail_out)
                    isFull = unsafe stream.pointee.avail_out == 0
                }
                compressed += piece
            }
        }
        return compressed
    }
}
