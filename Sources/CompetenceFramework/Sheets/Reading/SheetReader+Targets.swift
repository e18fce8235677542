/// The targets of profiles, with the cells that say them.
struct SheetTargets {
    var targets: [AssociationLayout.Target] = []
    /// The cells in the order of the targets.
    var origins: [SheetOrigin] = []
}

extension SheetReader {
    /// Reads the targets: out of the matrix, and out of the column of the sheet Items.
    mutating func targets(
        _ items: SheetItems, _ grid: Grid?, _ names: ItemNames, _ parents: [Int?]
    ) -> SheetTargets {
        let levels = LevelTable(items.items, parents)
        var targets = SheetTargets()
        for (position, row) in items.table.rows.enumerated() {
            guard let text = row.cells[ItemColumn.targets] else { continue }
            let origin = SheetOrigin(table: items.table, row: row.number, cell: ItemColumn.targets)
            for entry in text.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
                let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                if parts.count == 1, Trimmed.text(parts[0]).isEmpty { continue }
                guard parts.count == 2 else {
                    fault(origin.place(nil), .targetLevel, "\"\(entry)\" is no target such as A1=2.")
                    continue
                }
                target(position, parts[0], parts[1], origin, items, names, levels, &targets)
            }
        }
        if let grid { matrix(grid, items, names, levels, &targets) }
        // The order in which a matrix is read, whichever way the targets were said.
        let order = targets.targets.indices.sorted { one, other in
            let (left, right) = (targets.targets[one], targets.targets[other])
            return (left.profile, left.competence, one) < (right.profile, right.competence, other)
        }
        return SheetTargets(targets: order.map { targets.targets[$0] }, origins: order.map { targets.origins[$0] })
    }

    private mutating func matrix(
        _ grid: Grid, _ items: SheetItems, _ names: ItemNames, _ levels: LevelTable, _ targets: inout SheetTargets
    ) {
        let table = table(grid) { $0 }
        guard let headerRow = table.headerRow else { return }
        let first = table.columns.min { $0.value < $1.value }?.key ?? ""
        guard first.lowercased() == "profile" else {
            return fault(table.place(headerRow, first), .column, "The first column is \"profile\".")
        }
        let columns = table.columns.filter { $0.key != first }.sorted { $0.value < $1.value }.map(\.key)
        var known: Set<String> = []
        for name in columns {
            guard let position = names.position(name) else {
                fault(table.place(headerRow, name), .reference, Self.unknown(name, names))
                continue
            }
            guard items.items[position].kind == .competence else {
                fault(table.place(headerRow, name), .reference, "\"\(name)\" is no competence.")
                continue
            }
            known.insert(name)
        }
        for row in table.rows {
            let name = row.cells[first] ?? ""
            guard let profile = names.position(name) else {
                fault(table.place(row.number, first), .reference, Self.unknown(name, names))
                continue
            }
            for column in columns where known.contains(column) {
                guard let text = row.cells[column] else { continue }
                let origin = SheetOrigin(table: table, row: row.number, cell: column)
                target(profile, column, text, origin, items, names, levels, &targets)
            }
        }
    }

    private mutating func target(
        _ profile: Int, _ name: String, _ text: String, _ origin: SheetOrigin, _ items: SheetItems,
        _ names: ItemNames, _ levels: LevelTable, _ targets: inout SheetTargets
    ) {
        let place = origin.place(nil)
        guard let competence = names.position(name), items.items[competence].kind == .competence else {
            let isItem = names.position(name) != nil
            let reason =
                isItem ? "\"\(Trimmed.text(name))\" is no competence." : Self.unknown(Trimmed.text(name), names)
            return fault(place, .reference, reason)
        }
        guard items.items[profile].kind == .profile else {
            return fault(place, .target, "Only staff profiles have targets.")
        }
        guard let cell = TargetCell(text) else {
            return fault(
                place, .targetLevel, "\"\(Trimmed.text(text))\" is no level, nor one with a weight such as 3*1.5.")
        }
        guard let level = levels.position(cell.level, of: competence) else {
            return fault(place, .targetLevel, "\"\(Trimmed.text(name))\" has no level \(cell.level).")
        }
        targets.targets.append(
            .init(profile: profile, competence: competence, level: level, weight: cell.weight))
        targets.origins.append(origin)
    }
}
