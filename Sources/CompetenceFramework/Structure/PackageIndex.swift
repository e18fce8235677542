/// Where things are in a package: items by identifier and code, the tree.
struct PackageIndex: Sendable {
    /// Items' positions by identifier.
    private(set) var positions: [String: Int] = [:]
    /// For each item the positions of the isChildOf associations that lead from it to another item.
    private(set) var parentAssociations: [[Int]]
    /// For each item the positions of the items that those associations lead to.
    private(set) var parents: [[Int]]
    /// For each item the positions of the items below it, in the order of sequence numbers, then of associations.
    private(set) var children: [[Int]]

    /// Looks through a package.
    init(_ package: CFPackage) {
        for (position, item) in package.items.enumerated() where positions[item.identifier] == nil {
            positions[item.identifier] = position
        }
        parentAssociations = Array(repeating: [], count: package.items.count)
        parents = parentAssociations
        var below: [[(sequence: Int, association: Int, child: Int)]] = Array(repeating: [], count: package.items.count)
        for (position, association) in package.associations.enumerated()
        where association.associationType == .isChildOf {
            guard let child = positions[association.originNodeURI.identifier],
                let parent = positions[association.destinationNodeURI.identifier]
            else { continue }
            parentAssociations[child].append(position)
            parents[child].append(parent)
            below[parent].append((association.sequenceNumber?.integer ?? .max, position, child))
        }
        children = below.map { entries in
            entries.sorted { ($0.sequence, $0.association) < ($1.sequence, $1.association) }.map(\.child)
        }
    }

    /// The position of the item at an association's end.
    func position(of node: LinkGenURI) -> Int? { positions[node.identifier] }
}
