import Glibc

/// The statements of `Fixtures/statements.ndjson`: of 1.2 kB each, half of them in the words of the scheme's profile.
///
/// `deploy/benchmarks/corpus.py 100 7` wrote them.
enum Fixture {
    /// All statements as the body of one request.
    static func body() throws -> [UInt8] {
        let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        guard let file = unsafe fopen("/\(path)/Fixtures/statements.ndjson", "r") else { throw Missing() }
        defer { unsafe fclose(file) }
        // Safe, because the buffer isn't written past its capacity, and as much of it counts as was read.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
            count = unsafe fread(buffer.baseAddress, 1, buffer.count, file)
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        return [UInt8(ascii: "[")] + lines.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
    }

    /// The file isn't where it should be.
    struct Missing: Error {}
}
