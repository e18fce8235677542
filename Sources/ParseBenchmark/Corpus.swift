import Glibc

/// The statements of a file, one on each line.
struct Corpus {
    private let lines: [ArraySlice<UInt8>]

    /// Reads a file; a line without text counts for nothing.
    init(path: String) throws {
        guard let file = unsafe fopen(path, "r") else { throw Failure.unreadable(path) }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while true {
            // Safe, because the buffer isn't written past its capacity, and as much of it counts as was read.
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = unsafe fread(buffer.baseAddress, 1, buffer.count, file)
            }
            if chunk.isEmpty { break }
            bytes += chunk
        }
        lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard lines.count >= Self.batchSize else { throw Failure.tooShort(path) }
    }

    /// How many statements a request brings.
    static let batchSize = 100

    /// The statements as bodies of requests; what does not fill one is left out.
    func batches() -> [[UInt8]] {
        let size = Self.batchSize
        return stride(from: 0, to: lines.count - lines.count % size, by: size).map { start in
            let statements = lines[start..<start + size].joined(separator: [UInt8(ascii: ",")])
            return [UInt8(ascii: "[")] + statements + [UInt8(ascii: "]")]
        }
    }

    /// Why there are no statements.
    enum Failure: Error {
        case unreadable(String)
        case tooShort(String)
    }
}
