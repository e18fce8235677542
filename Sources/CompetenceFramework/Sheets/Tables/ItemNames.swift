/// What items are called in cells: by their code where that is one item's alone, by their identifier elsewhere.
struct ItemNames {
    /// What the document is called.
    static let document = "document"

    private let items: [CFItem]
    private var byCode: [String: Int] = [:]
    private var byIdentifier: [String: Int] = [:]
    private var isAmbiguous: Set<String> = []

    init(_ items: [CFItem]) {
        self.items = items
        for (position, item) in items.enumerated() {
            if byIdentifier[item.identifier] == nil { byIdentifier[item.identifier] = position }
            guard let code = item.code.map(Trimmed.text), !code.isEmpty else { continue }
            if byCode.updateValue(position, forKey: code) != nil { isAmbiguous.insert(code) }
        }
    }

    /// What an item is called.
    func name(_ position: Int) -> String {
        let item = items[position]
        guard let code = item.code.map(Trimmed.text), code != Self.document, self.position(code) == position else {
            return item.identifier
        }
        return code
    }

    /// Whether more than one item has a code.
    func isAmbiguous(_ code: String) -> Bool { isAmbiguous.contains(Trimmed.text(code)) }

    /// The item that a cell names: by its code first.
    func position(_ name: String) -> Int? {
        let name = Trimmed.text(name)
        if let position = byCode[name], !isAmbiguous.contains(name) { return position }
        return byIdentifier[UUIDText.canonical(name) ?? name]
    }
}
