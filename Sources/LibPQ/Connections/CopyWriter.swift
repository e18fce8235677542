/// Takes the data of a `COPY … FROM STDIN`; see ``Connection/copyIn(_:_:)``.
public struct CopyWriter: ~Copyable {
    let sink: CopySink

    init(_ sink: CopySink) { self.sink = sink }

    /// Sends bytes in the format the COPY statement names.
    ///
    /// Waits when the server is behind.
    public mutating func write(_ bytes: [UInt8]) async throws(PostgresError) { try await sink.write(bytes) }

    /// Sends the UTF-8 bytes of a text.
    ///
    /// Waits when the server is behind.
    public mutating func write(_ text: String) async throws(PostgresError) {
        sink.buffer.write(text)
        try await sink.flushIfFull()
    }
}

/// Gathers the data of a running COPY FROM STDIN into messages of a size that is worth a system call.
final class CopySink {
    var buffer = PostgresWriter()
    private let session: Session

    private static let chunkSize = 65_536

    init(_ session: Session) { self.session = session }

    /// Lends a writer, then sends what is left.
    @inline(never)  // Inlined, it crashes the optimiser of Swift 6.3.1.
    func take(_ body: (inout CopyWriter) async throws -> Void) async throws {
        var writer = CopyWriter(self)
        try await body(&writer)
        try await flush()
    }

    func write(_ bytes: [UInt8]) async throws(PostgresError) {
        if bytes.count >= Self.chunkSize {
            try await flush()
            try await session.sendCopyData(bytes)
        } else {
            buffer.write(bytes)
            try await flushIfFull()
        }
    }

    func flushIfFull() async throws(PostgresError) {
        if buffer.count >= Self.chunkSize { try await flush() }
    }

    func flush() async throws(PostgresError) {
        guard buffer.count > 0 else { return }
        try await session.sendCopyData(buffer.bytes)
        buffer.removeAll()
    }
}

/// Takes the rows of a binary COPY; see ``Connection/copyIn(schema:table:columns:as:_:)``.
public struct CopyRowWriter<each Column: PostgresEncodable>: ~Copyable {
    private let sink: CopySink
    private let columnCount: Int16

    /// Starts with the signature, flags and the length of an empty extension.
    init(_ sink: CopySink, columnCount: Int) {
        self.sink = sink
        self.columnCount = Int16(columnCount)
        sink.buffer.write([0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00] as [UInt8])
        sink.buffer.write(Int32(0))
        sink.buffer.write(Int32(0))
    }

    /// Sends a row.
    ///
    /// Waits when the server is behind.
    public mutating func write(_ value: repeat each Column) async throws(PostgresError) {
        sink.buffer.write(columnCount)
        repeat sink.buffer.writeField(each value)
        try await sink.flushIfFull()
    }

    /// Adds the trailer.
    mutating func end() { sink.buffer.write(Int16(-1)) }
}
