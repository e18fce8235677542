extension RawSpan {
    /// Reads an integer in network byte order, for conformances to ``PostgresDecodable``.
    public func bigEndian<Value: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as: Value.Type
    ) throws(PostgresError) -> Value {
        guard offset >= 0, offset + MemoryLayout<Value>.size <= byteCount else {
            throw .decoding("the value has \(byteCount) bytes, which is too few")
        }
        return Value(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: Value.self))
    }

    /// Reads the whole span as an integer in network byte order.
    public func bigEndian<Value: FixedWidthInteger & BitwiseCopyable>(
        as: Value.Type
    ) throws(PostgresError) -> Value {
        guard byteCount == MemoryLayout<Value>.size else {
            throw .decoding("the value has \(byteCount) bytes, not \(MemoryLayout<Value>.size)")
        }
        return Value(bigEndian: unsafe unsafeLoadUnaligned(as: Value.self))
    }
}
