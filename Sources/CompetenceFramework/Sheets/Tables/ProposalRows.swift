import JSON

/// The sheet Proposals: a row for each proposal, a column for each member that is a text in all of them.
enum ProposalRows {
    /// The other members of a proposal, as JSON.
    static let other = "other"

    /// Whether proposals can be rows: objects, at least one.
    static func canTake(_ proposals: [ExtensionValue]) -> Bool {
        !proposals.isEmpty && proposals.allSatisfy { $0.object != nil }
    }

    /// The sheet.
    static func grid(_ proposals: [ExtensionValue]) -> Grid {
        let objects = proposals.compactMap(\.object)
        let names = Set(objects.flatMap(\.keys)).filter { name in
            !name.isEmpty && name != other && Trimmed.text(name) == name
                && objects.allSatisfy { object in object[name].map { $0.string.map { !$0.isEmpty } ?? false } ?? true }
        }
        let rows = objects.map { object in
            var row = object.filter { names.contains($0.key) }.compactMapValues(\.string)
            let rest = object.filter { !names.contains($0.key) }
            // A proposal without any text has to be a row, too.
            if !rest.isEmpty || row.isEmpty {
                var writer = JSONWriter()
                ExtensionValue.write(rest, to: &writer)
                row[other] = String(decoding: writer.bytes, as: UTF8.self)
            }
            return row
        }
        let columns = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } + [other]
        return Grid(name: SheetName.proposals, columns: columns, always: 0, rows: rows)
    }
}
