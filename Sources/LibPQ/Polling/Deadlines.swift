/// What is to happen at which time: a binary heap whose cancelled entries stay until their time comes.
struct Deadlines {
    typealias Action = @Sendable () -> Void

    private var heap: [(time: MonotonicTime, id: UInt64)] = []
    private var actions: [UInt64: Action] = [:]
    private var lastID: UInt64 = 0

    /// The earliest time at which anything is due.
    var next: MonotonicTime? { heap.first?.time }

    mutating func add(_ time: MonotonicTime, _ action: @escaping Action) -> UInt64 {
        lastID += 1
        actions[lastID] = action
        heap.append((time, lastID))
        var child = heap.count - 1
        while child > 0, heap[child].time < heap[(child - 1) / 2].time {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
        return lastID
    }

    mutating func cancel(_ id: UInt64) {
        actions[id] = nil
        if actions.isEmpty { heap.removeAll(keepingCapacity: true) }
    }

    /// Removes and returns what is due.
    mutating func due(at now: MonotonicTime) -> [Action] {
        var due: [Action] = []
        while let first = heap.first, first.time <= now {
            removeFirst()
            if let action = actions.removeValue(forKey: first.id) { due.append(action) }
        }
        return due
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].time < heap[least].time {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
