extension SheetReader {
    /// Reads the sheet Associations, and puts its rows and what columns say together in the package's order.
    mutating func associations(
        _ grid: Grid?, _ head: SheetHead, _ names: ItemNames, _ parents: [Int?], _ targets: SheetTargets,
        _ items: SheetTable, _ matrix: Grid?, _ package: inout CFPackage
    ) {
        let rows = rows(grid, head, names, package.items)
        let made = AssociationLayout.made(
            package.document, package.items, parents: parents, targets: targets.targets, settings: head.settings,
            rows: Set(rows.map { AssociationLayout.Join($0.association) }))
        let cells = Dictionary(
            zip(targets.targets, targets.origins).map { (Cell(profile: $0.profile, competence: $0.competence), $1) }
        ) { first, _ in first }
        var remaining = rows.enumerated().sorted { one, other in
            (one.element.place ?? .max, one.offset) < (other.element.place ?? .max, other.offset)
        }.map(\.element)[...]
        var associations: [CFAssociation] = []
        func add(_ row: AssociationRow) {
            origins["/CFAssociations/\(associations.count)"] = row.origin
            associations.append(row.association)
        }
        for association in made {
            while let row = remaining.first, let place = row.place, place <= associations.count + 1 {
                add(row)
                remaining.removeFirst()
            }
            origins["/CFAssociations/\(associations.count)"] = origin(association.source, items, cells)
            associations.append(association.association)
        }
        for row in remaining { add(row) }
        package.associations = associations
    }

    private struct AssociationRow {
        let association: CFAssociation
        let place: Int?
        let origin: SheetOrigin
    }

    private struct Cell: Hashable {
        let profile: Int
        let competence: Int
    }

    private func origin(
        _ source: AssociationLayout.Made.Source, _ items: SheetTable, _ cells: [Cell: SheetOrigin]
    ) -> SheetOrigin? {
        switch source {
        case .parent(let item): SheetOrigin(table: items, row: items.rows[item].number, cell: ItemColumn.parent)
        case .target(let profile, let competence): cells[Cell(profile: profile, competence: competence)]
        }
    }

    private mutating func rows(
        _ grid: Grid?, _ head: SheetHead, _ names: ItemNames, _ items: [CFItem]
    ) -> [AssociationRow] {
        guard let grid else { return [] }
        let table = table(grid, needed: ["associationType"]) { header in
            AssociationColumn.all.first { $0.lowercased() == header.lowercased() }
        }
        return table.rows.map { row in
            var headers: [String: String] = [:]
            for column in ExtensionColumn.association { headers[column.name] = column.header }
            for end in [AssociationColumn.origin, AssociationColumn.destination] where row.cells[end.member] == nil {
                headers[end.member] = row.cells[end.uri] == nil ? end.name : end.uri
            }
            let origin = SheetOrigin(table: table, row: row.number, headers: headers)
            return AssociationRow(
                association: association(row, origin, head, names, items), place: place(row, origin), origin: origin)
        }
    }

    private mutating func place(_ row: SheetTable.Row, _ origin: SheetOrigin) -> Int? {
        guard let text = row.cells[AssociationColumn.place] else { return nil }
        if let place = Int(Trimmed.text(text)), place > 0 { return place }
        fault(origin.place(AssociationColumn.place), .value, "\"\(text)\" is no place among the associations.")
        return nil
    }

    private mutating func association(
        _ row: SheetTable.Row, _ origin: SheetOrigin, _ head: SheetHead, _ names: ItemNames, _ items: [CFItem]
    ) -> CFAssociation {
        var cells = row.cells
        var called: [String] = []
        for end in [AssociationColumn.origin, AssociationColumn.destination] {
            let node = node(row, end, origin, head, names, items)
            if let node { cells[end.member] = CellRow.json(of: node) }
            called.append(node.map { name($0, names, items) } ?? row.cells[end.member] ?? "")
        }
        if cells["identifier"] == nil {
            let type = Trimmed.text(cells["associationType"] ?? "")
            let isESCO = row.cells[AssociationColumn.destination.type] == "ext:esco"
            let name = isESCO ? "association/esco/" : "association/\(type)/"
            cells["identifier"] = NameUUID.uuid(name + called.joined(separator: "/"), in: head.document.identifier)
        }
        head.complete(&cells, "CFAssociations")
        var reader = Reader()
        var association = CellRow.object(CFAssociation.self, from: cells, &reader) ?? CFAssociation()
        take(reader, origin)
        for column in ExtensionColumn.association {
            if let text = row.cells[column.header] { association.extensions[column.name] = column.value(text) }
        }
        return association
    }

    private func name(_ node: LinkGenURI, _ names: ItemNames, _ items: [CFItem]) -> String {
        names.position(node.identifier).flatMap { items[$0].code } ?? node.identifier
    }

    /// An end that is said by a name, or by title and URI; nil where it is said as JSON, or not at all.
    private mutating func node(
        _ row: SheetTable.Row, _ end: AssociationColumn.End, _ origin: SheetOrigin, _ head: SheetHead,
        _ names: ItemNames, _ items: [CFItem]
    ) -> LinkGenURI? {
        if let name = row.cells[end.name] {
            if Trimmed.text(name) == ItemNames.document { return head.settings.style.node(head.document) }
            if let position = names.position(name) { return head.settings.style.node(items[position]) }
            fault(origin.place(end.name), .reference, Self.unknown(name, names))
            return nil
        }
        guard let uri = row.cells[end.uri].map(Trimmed.text) else { return nil }
        return LinkGenURI(
            title: row.cells[end.title] ?? "", identifier: AssociationColumn.identifier(ofExternal: uri) ?? uri,
            uri: uri,
            targetType: row.cells[end.type].map(Trimmed.text))
    }
}
