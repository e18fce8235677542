/// Which statements a connection has prepared: a bounded map from SQL text and parameter types to the server's name.
struct StatementCache {
    struct Key: Hashable {
        let sql: String
        let types: [PostgresType]
    }

    private struct Entry {
        let name: String
        var lastUse: UInt64
    }

    private let capacity: Int
    private var entries: [Key: Entry] = [:]
    private var uses: UInt64 = 0
    private var lastName: UInt64 = 0
    /// Set when the server no longer knows our statements, or their plans went stale: all are to be dropped.
    var isStale = false

    init(capacity: Int) { self.capacity = max(1, capacity) }

    var count: Int { entries.count }

    mutating func name(for key: Key) -> String? {
        uses += 1
        guard let index = entries.index(forKey: key) else { return nil }
        entries.values[index].lastUse = uses
        return entries.values[index].name
    }

    /// A name never used before on this connection.
    mutating func makeName() -> String {
        lastName += 1
        return "s\(lastName)"
    }

    mutating func insert(_ key: Key, name: String) {
        uses += 1
        entries[key] = Entry(name: name, lastUse: uses)
    }

    /// Forgets the least recently used statements, an eighth at a time, when one more than the capacity is kept;
    /// returns their names, to be deallocated.
    mutating func evict() -> [String] {
        guard entries.count > capacity else { return [] }
        let excess = entries.count - capacity + capacity / 8
        let oldest = entries.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(excess)
        for (key, _) in oldest { entries[key] = nil }
        return oldest.map(\.value.name)
    }

    mutating func removeAll() {
        entries.removeAll()
        isStale = false
    }
}
