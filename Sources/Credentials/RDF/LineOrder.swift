/// Lines in one piece of memory, to be put in the order of their bytes.
struct LineOrder {
    private var text: [UInt8] = []
    private var starts: [Int] = []

    /// Forgets the lines, and keeps the memory.
    mutating func removeAll() {
        text.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
    }

    /// Adds a line, which `write` appends.
    mutating func add(_ write: (inout [UInt8]) -> Void) {
        starts.append(text.count)
        write(&text)
    }

    /// The lines one after another, in order.
    func sorted() -> [UInt8] {
        guard starts.count > 1 else { return text }
        let ranges = starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : text.count) }
        let order = ranges.sorted { precedes($0, $1) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for range in order { bytes.append(contentsOf: text[range]) }
        return bytes
    }

    private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let count = min(left.count, right.count)
        var offset = 0
        while offset < count {
            let first = text[left.lowerBound &+ offset]
            let second = text[right.lowerBound &+ offset]
            if first != second { return first < second }
            offset &+= 1
        }
        return left.count < right.count
    }
}
