/// Gives blank nodes numbers in the order in which they are met.
struct BlankNodeIssuer {
    /// The nodes by their numbers.
    private(set) var nodes: [Int] = []

    /// The number of a node that has one.
    func number(of node: Int) -> Int? { nodes.firstIndex(of: node) }

    /// The number of a node, which gets one if it has none.
    mutating func issue(_ node: Int) -> Int {
        if let number = number(of: node) { return number }
        nodes.append(node)
        return nodes.count - 1
    }
}
