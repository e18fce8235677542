/// Which items of two versions are the same.
struct ItemMatching {
    private struct Key: Hashable {
        let type: String?
        let code: String
    }

    /// For each old item the position of the new one.
    private(set) var new: [Int?]
    /// For each new item the position of the old one.
    private(set) var old: [Int?]

    init(_ old: CFPackage, _ new: CFPackage) {
        self.new = Array(repeating: nil, count: old.items.count)
        self.old = Array(repeating: nil, count: new.items.count)
        let (oldIndex, newIndex) = (PackageIndex(old), PackageIndex(new))
        // What is said outright counts most, then what an item is, then what it is called.
        for association in new.associations + old.associations where association.associationType == .replacedBy {
            if let one = oldIndex.position(of: association.originNodeURI),
                let other = newIndex.position(of: association.destinationNodeURI)
            {
                join(one, other)
            }
        }
        for (position, item) in old.items.enumerated() {
            if let other = newIndex.positions[item.identifier] { join(position, other) }
        }
        var codes: [Key: Int] = [:]
        for (position, item) in new.items.enumerated() {
            guard let code = item.code, self.old[position] == nil else { continue }
            let key = Key(type: item.itemType, code: code)
            if codes[key] == nil { codes[key] = position }
        }
        for (position, item) in old.items.enumerated() {
            guard let code = item.code, let other = codes[Key(type: item.itemType, code: code)] else { continue }
            join(position, other)
        }
    }

    private mutating func join(_ one: Int, _ other: Int) {
        guard new[one] == nil, old[other] == nil else { return }
        new[one] = other
        old[other] = one
    }
}
