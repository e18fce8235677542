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
        guard !lines.isEmpty else { throw Failure.empty(path) }
    }

    /// The statements as bodies of requests: arrays of so many of them, the last perhaps of fewer.
    func batches(of size: Int) -> [[UInt8]] {
        stride(from: 0, to: lines.count, by: size).map { start in
            let statements = lines[start..<min(start + size, lines.count)].joined(separator: [UInt8(ascii: ",")])
            return [UInt8(ascii: "[")] + statements + [UInt8(ascii: "]")]
        }
    }

    /// Why there are no statements.
    enum Failure: Error {
        case unreadable(String)
        case empty(String)
    }
}
