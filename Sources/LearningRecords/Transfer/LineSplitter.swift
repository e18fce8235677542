/// Cuts bytes that come in pieces into lines.
public struct LineSplitter: Sendable {
    /// The longest line that is kept whole; of a longer one, one byte more is kept than that, to tell it by.
    public let maximumBytes: Int
    private var line: [UInt8] = []

    /// A splitter that has seen nothing yet.
    public init(maximumBytes: Int = StatementImport.maximumLineBytes) {
        self.maximumBytes = maximumBytes
    }

    /// Takes a piece, and hands on the lines that it ends, without the line feed.
    public mutating func split(_ bytes: [UInt8], _ take: ([UInt8]) async throws -> Void) async throws {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            append(rest[..<end])
            rest = rest[(end + 1)...]
            let whole = line
            line.removeAll(keepingCapacity: whole.count < 64 << 10)
            try await take(whole)
        }
        append(rest)
    }

    /// Hands on the last line, when no line feed ends it.
    public mutating func finish(_ take: ([UInt8]) async throws -> Void) async throws {
        guard !line.isEmpty else { return }
        let whole = line
        line = []
        try await take(whole)
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        line += bytes.prefix(max(0, maximumBytes + 1 - line.count))
    }
}
