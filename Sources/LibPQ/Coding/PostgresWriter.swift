/// Collects the binary form of values.
public struct PostgresWriter: Sendable {
    @usableFromInline var bytes: [UInt8] = []

    init() {}

    /// How many bytes were written.
    public var count: Int { bytes.count }

    /// Appends an integer in network byte order.
    @inlinable
    public mutating func write(_ value: some FixedWidthInteger) {
        unsafe withUnsafeBytes(of: value.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Appends bytes as they are.
    @inlinable
    public mutating func write(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    /// Appends bytes as they are.
    public mutating func write(_ more: RawSpan) {
        unsafe more.withUnsafeBytes { buffer in unsafe bytes.append(contentsOf: buffer) }
    }

    /// Appends the UTF-8 bytes of a text.
    @inlinable
    public mutating func write(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

    /// Appends a value after its length, or the length -1 for NULL: the form of array elements and COPY fields.
    @inlinable
    mutating func writeField(_ value: some PostgresEncodable) {
        guard !value.isPostgresNull else { return write(Int32(-1)) }
        let start = bytes.count
        write(Int32(0))
        value.encode(into: &self)
        replace(at: start, with: Int32(truncatingIfNeeded: bytes.count - start - 4))
    }

    @inlinable
    mutating func replace(at offset: Int, with value: Int32) {
        let bits = UInt32(bitPattern: value)
        bytes[offset] = UInt8(truncatingIfNeeded: bits >> 24)
        bytes[offset + 1] = UInt8(truncatingIfNeeded: bits >> 16)
        bytes[offset + 2] = UInt8(truncatingIfNeeded: bits >> 8)
        bytes[offset + 3] = UInt8(truncatingIfNeeded: bits)
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Appends some of the bytes of another writer.
    mutating func write(_ other: borrowing PostgresWriter, range: Range<Int>) {
        bytes.append(contentsOf: other.bytes[range])
    }

    mutating func append(_ other: PostgresWriter) { bytes.append(contentsOf: other.bytes) }
}
