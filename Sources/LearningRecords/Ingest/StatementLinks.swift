/// Rows of a table between statements and something that they name.
struct StatementLinks: Sendable {
    /// The statements' places in their request, from 1.
    private(set) var places: [Int32] = []
    private(set) var keys: [Int64] = []
    private(set) var roles: [String] = []

    mutating func append(place: Int32, key: Int64, role: String) {
        // A statement may name the same thing twice in one role; the table has it once.
        var index = places.count - 1
        while index >= 0, places[index] == place {
            if keys[index] == key, roles[index] == role { return }
            index -= 1
        }
        places.append(place)
        keys.append(key)
        roles.append(role)
    }

    /// Adds the rows of a request that comes after so many statements of others.
    mutating func append(_ other: StatementLinks, after count: Int32) {
        for place in other.places { places.append(place + count) }
        keys.append(contentsOf: other.keys)
        roles.append(contentsOf: other.roles)
    }

    /// The rows in the order of keys: neighbours in the table's index are inserted one after the other.
    var sorted: StatementLinks {
        var order = keys.indices.map { (key: keys[$0], place: places[$0], index: $0) }
        order.sort { ($0.key, $0.place) < ($1.key, $1.place) }
        var sorted = StatementLinks()
        sorted.places = order.map(\.place)
        sorted.keys = order.map(\.key)
        sorted.roles = order.map { roles[$0.index] }
        return sorted
    }
}
