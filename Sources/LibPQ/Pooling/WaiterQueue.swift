/// Who waits for a connection: first in, first out, and anybody may leave at any time.
struct WaiterQueue {
    typealias ID = UInt64

    private var order: [ID] = []
    private var head = 0
    /// Those who found a dead connection in their hands go before everybody else.
    private var returned: [ID] = []
    private var deadlines: [ID: MonotonicTime] = [:]

    var count: Int { deadlines.count }
    var isEmpty: Bool { deadlines.isEmpty }

    mutating func append(_ id: ID, deadline: MonotonicTime, isReturning: Bool = false) {
        deadlines[id] = deadline
        if isReturning { returned.append(id) } else { order.append(id) }
    }

    /// False when the waiter is no longer here.
    mutating func remove(_ id: ID) -> Bool {
        guard deadlines.removeValue(forKey: id) != nil else { return false }
        // The one who left keeps a place in line; the line is closed up when most places are such.
        if order.count > 64, order.count - head > 4 * deadlines.count {
            order = order[head...].filter { deadlines[$0] != nil }
            head = 0
        }
        return true
    }

    mutating func popFirst() -> ID? {
        guard let id = first() else { return nil }
        deadlines[id] = nil
        return id
    }

    /// Removes those whose time has passed.
    mutating func popExpired(at now: MonotonicTime) -> [ID] {
        var expired: [ID] = []
        // All wait equally long, so the first in line is the first to expire; who returned keeps an older deadline.
        expired += returned.filter { deadlines[$0].map { $0 <= now } ?? false }
        for id in expired { deadlines[id] = nil }
        while let id = first(), let deadline = deadlines[id], deadline <= now {
            deadlines[id] = nil
            expired.append(id)
        }
        return expired
    }

    mutating func popAll() -> [ID] {
        var all: [ID] = []
        while let id = popFirst() { all.append(id) }
        return all
    }

    /// When the next waiter expires.
    mutating func nextDeadline() -> MonotonicTime? {
        let soonest = returned.compactMap { deadlines[$0] }.min()
        guard let id = firstInOrder(), let deadline = deadlines[id] else { return soonest }
        return min(deadline, soonest ?? deadline)
    }

    private mutating func first() -> ID? {
        while let id = returned.first {
            if deadlines[id] != nil { return id }
            returned.removeFirst()
        }
        return firstInOrder()
    }

    private mutating func firstInOrder() -> ID? {
        while head < order.count {
            if deadlines[order[head]] != nil { return order[head] }
            head += 1
        }
        order.removeAll(keepingCapacity: true)
        head = 0
        return nil
    }
}
