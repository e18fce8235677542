import NIOPosix
import SystemPackage

/// A file, or standard input, read piece by piece on threads that may wait.
struct InputFile: Sendable {
    private static let pieceBytes = 256 << 10

    private let descriptor: FileDescriptor
    /// Whether it can be read again from its beginning.
    let isSeekable: Bool
    /// How long it is; 0 when that is not known.
    let byteCount: Int

    /// Lends a file; `-` is standard input.
    static func with<Result>(_ path: String, _ body: (InputFile) async throws -> Result) async throws -> Result {
        if path == "-" { return try await body(InputFile(.standardInput)) }
        let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
        let result: Result
        do { result = try await body(InputFile(descriptor)) } catch {
            try? descriptor.close()
            throw error
        }
        try descriptor.close()
        return result
    }

    private init(_ descriptor: FileDescriptor) {
        self.descriptor = descriptor
        let end = try? descriptor.seek(offset: 0, from: .end)
        if end != nil { _ = try? descriptor.seek(offset: 0, from: .start) }
        isSeekable = end != nil
        byteCount = Int(end ?? 0)
    }

    /// The next piece; nil at the end.
    func next() async throws -> [UInt8]? {
        let piece = try await NIOThreadPool.singleton.runIfActive { [descriptor] in
            try unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { buffer, count in
                count = unsafe try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
        }
        return piece.isEmpty ? nil : piece
    }

    /// Goes back to the beginning.
    func rewind() throws { _ = try descriptor.seek(offset: 0, from: .start) }
}
