import NIOPosix
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A file that appears under its name only when it is whole; or standard output.
struct OutputFile: Sendable {
    private let descriptor: FileDescriptor

    /// Lends a file to write to; `-` is standard output.
    static func with<Result>(_ path: String, _ body: (OutputFile) async throws -> Result) async throws -> Result {
        if path == "-" { return try await body(OutputFile(descriptor: .standardOutput)) }
        let partial = path + ".part"
        let descriptor = try FileDescriptor.open(
            FilePath(partial), .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
        let result: Result
        do {
            result = try await body(OutputFile(descriptor: descriptor))
            guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
        } catch {
            try? descriptor.close()
            _ = unsafe unlink(partial)
            throw error
        }
        try descriptor.close()
        guard unsafe rename(partial, path) == 0 else { throw Errno(rawValue: errno) }
        return result
    }

    /// Writes all of the bytes.
    func write(_ bytes: [UInt8]) async throws {
        guard !bytes.isEmpty else { return }
        try await NIOThreadPool.singleton.runIfActive { [descriptor] in
            _ = try descriptor.writeAll(bytes)
        }
    }
}
