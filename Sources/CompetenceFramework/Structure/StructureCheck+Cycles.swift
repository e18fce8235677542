extension StructureCheck {
    private enum Colour { case new, open, done }

    /// No item is below itself.
    ///
    /// Each item leads up to its parents; an item met again on the way up closes a cycle.
    mutating func cycles() {
        var colours = [Colour](repeating: .new, count: package.items.count)
        for start in package.items.indices where colours[start] == .new {
            // The way from the start: items, and which of their parents comes next. Deep trees need no deep stack.
            var way: [(item: Int, next: Int)] = [(start, 0)]
            colours[start] = .open
            while let (item, next) = way.last {
                guard next < index.parents[item].count else {
                    colours[item] = .done
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let parent = index.parents[item][next]
                // An association from an item to itself is a fault of its own.
                if parent == item { continue }
                switch colours[parent] {
                case .new:
                    colours[parent] = .open
                    way.append((parent, 0))
                case .open: report(way.map(\.item), closedAt: parent, by: index.parentAssociations[item][next])
                case .done: break
                }
            }
        }
    }

    private mutating func report(_ way: [Int], closedAt parent: Int, by association: Int) {
        let cycle = way.drop { $0 != parent } + [parent]
        let names = cycle.count > 12 ? cycle.prefix(11).map(name) + ["…", name(parent)] : cycle.map(name)
        fault(
            "/CFAssociations/\(association)", .cycle,
            "Items are below each other in a circle: \(names.joined(separator: " below ")).")
    }
}
