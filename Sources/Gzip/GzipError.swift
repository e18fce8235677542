/// Why bytes could not be compressed or expanded.
public struct GzipError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, in words.
    public let description: String

    static let truncated = GzipError(description: "The gzip stream ends too early.")
    static let malformed = GzipError(description: "This is no gzip stream (RFC 1952), or it is damaged.")
    static let tooLarge = GzipError(description: "More would come out of it than is taken.")
    static let outOfMemory = GzipError(description: "zlib could not get the memory that it needs.")
}
