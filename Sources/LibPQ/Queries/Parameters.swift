/// The parameters of a query in binary form: one run of bytes for all of them, and large values that are bytes already as they are.
struct Parameters: Sendable {
    struct Slot: Sendable {
        var offset: Int
        /// -1 is NULL.
        var length: Int
    }

    /// Bytes of at least this size are kept by reference instead of copied.
    static let largeSize = 4096

    private(set) var types: [PostgresType] = []
    private(set) var slots: [Slot] = []
    private(set) var writer = PostgresWriter()
    /// The bytes of large values, by the slot's index.
    private(set) var large: [(slot: Int, bytes: [UInt8])] = []
    private(set) var byteCount = 0

    var count: Int { slots.count }

    mutating func append<Value: PostgresEncodable>(_ value: Value) {
        let start = writer.count
        types.append(Value.postgresType)
        if value.isPostgresNull {
            slots.append(Slot(offset: start, length: -1))
        } else if let bytes = Self.wholeBytes(of: value), bytes.count >= Self.largeSize {
            large.append((slots.count, bytes))
            slots.append(Slot(offset: start, length: bytes.count))
            byteCount += bytes.count
        } else {
            value.encode(into: &writer)
            slots.append(Slot(offset: start, length: writer.count - start))
            byteCount += writer.count - start
        }
    }

    /// The binary form of a value that is an array of bytes already.
    private static func wholeBytes<Value>(of value: Value) -> [UInt8]? {
        // The types are compared first because a cast that fails is slow.
        if Value.self == [UInt8].self { return value as? [UInt8] }
        if Value.self == JSONText.self { return (value as? JSONText)?.bytes }
        if Value.self == PostgresRows.self { return (value as? PostgresRows)?.bytes }
        return nil
    }
}
