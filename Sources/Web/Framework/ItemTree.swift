internal import Frameworks

/// Items of another publisher's types, each with those below it, as a list whose entries say how deep they are.
struct ItemTree {
    /// An item.
    struct Entry {
        let identifier: String
        let name: PageText?
        let statement: PageText
        /// What comes before it: lists that begin or end.
        let before: String
    }

    let entries: [Entry]
    /// The lists that end after the last entry.
    let after: String

    /// The tree; nil when there are no such items.
    init?(_ content: FrameworkContent) {
        let items = content.items(.item)
        guard !items.isEmpty else { return nil }
        let known = Set(items.map(\.code))
        let below = Dictionary(grouping: items) { item in item.parent.flatMap { known.contains($0) ? $0 : nil } }
        var entries: [Entry] = []
        var depth = 0
        var open = (below[nil] ?? []).reversed().map { ($0, 1) }
        while let (item, itemDepth) = open.popLast() {
            // A list begins inside its parent's entry, which ends with the list.
            let before =
                itemDepth > depth
                ? String(repeating: "<ul>", count: itemDepth - depth)
                : String(repeating: "</li></ul>", count: depth - itemDepth) + "</li>"
            depth = itemDepth
            entries.append(
                Entry(
                    identifier: item.code, name: item.name.map { PageText($0) }, statement: PageText(item.statement),
                    before: before))
            open += (below[item.code] ?? []).reversed().map { ($0, itemDepth + 1) }
        }
        self.entries = entries
        after = String(repeating: "</li></ul>", count: depth)
    }
}
