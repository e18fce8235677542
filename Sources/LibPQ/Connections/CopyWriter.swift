/// Takes the data of a `COPY … FROM STDIN`; see ``Connection/copyIn(_:_:)``.
public struct CopyWriter: ~Copyable {
    private let session: Session
    private var buffer = PostgresWriter()

    private static let chunkSize = 65_536

    init(_ session: Session) { self.session = session }

    /// Sends bytes in the format the COPY statement names.
    ///
    /// Waits when the server is behind.
    public mutating func write(_ bytes: [UInt8]) async throws(PostgresError) {
        if bytes.count >= Self.chunkSize {
            try await flush()
            try await session.sendCopyData(bytes)
        } else {
            buffer.write(bytes)
            try await flushIfFull()
        }
    }

    /// Sends the UTF-8 bytes of a text.
    public mutating func write(_ text: String) async throws(PostgresError) {
        buffer.write(text)
        try await flushIfFull()
    }

    mutating func write(_ append: (inout PostgresWriter) -> Void) async throws(PostgresError) {
        append(&buffer)
        try await flushIfFull()
    }

    private mutating func flushIfFull() async throws(PostgresError) {
        if buffer.count >= Self.chunkSize { try await flush() }
    }

    mutating func flush() async throws(PostgresError) {
        guard buffer.count > 0 else { return }
        try await session.sendCopyData(buffer.bytes)
        buffer.removeAll()
    }
}

/// Takes the rows of a binary COPY; see ``Connection/copyIn(schema:table:columns:as:_:)``.
public struct CopyRowWriter<each Column: PostgresEncodable>: ~Copyable {
    private var writer: CopyWriter
    private let columnCount: Int16

    init(_ writer: consuming CopyWriter, columnCount: Int) {
        self.writer = writer
        self.columnCount = Int16(columnCount)
    }

    /// Sends a row.
    ///
    /// Waits when the server is behind.
    public mutating func write(_ value: repeat each Column) async throws(PostgresError) {
        let count = columnCount
        try await writer.write { buffer in
            buffer.write(count)
            repeat buffer.writeField(each value)
        }
    }

    /// Signature, flags and the length of an empty extension.
    mutating func begin() async throws(PostgresError) {
        try await writer.write { buffer in
            buffer.write([0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00] as [UInt8])
            buffer.write(Int32(0))
            buffer.write(Int32(0))
        }
    }

    mutating func end() async throws(PostgresError) {
        try await writer.write { buffer in buffer.write(Int16(-1)) }
        try await writer.flush()
    }
}
