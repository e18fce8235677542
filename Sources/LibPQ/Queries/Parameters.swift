/// The parameters of a query in binary form: one run of bytes for all of them.
struct Parameters: Sendable {
    struct Slot: Sendable {
        var offset: Int
        /// -1 is NULL.
        var length: Int
    }

    private(set) var types: [PostgresType] = []
    private(set) var slots: [Slot] = []
    private(set) var writer = PostgresWriter()

    var count: Int { slots.count }
    var byteCount: Int { writer.count }

    mutating func append<Value: PostgresEncodable>(_ value: Value) {
        let start = writer.count
        types.append(Value.postgresType)
        if value.isPostgresNull {
            slots.append(Slot(offset: start, length: -1))
        } else {
            value.encode(into: &writer)
            slots.append(Slot(offset: start, length: writer.count - start))
        }
    }
}
