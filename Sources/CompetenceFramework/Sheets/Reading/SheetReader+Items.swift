/// The items of a sheet.
struct SheetItems {
    let table: SheetTable
    let items: [CFItem]
}

extension SheetReader {
    /// Reads the sheet Items.
    mutating func items(_ grid: Grid, _ head: SheetHead) -> SheetItems {
        let table = table(grid, needed: [ItemColumn.type, ItemColumn.statement]) { Self.itemHeader($0) }
        var items: [CFItem] = []
        for row in table.rows {
            let headers = [
                "humanCodingScheme": ItemColumn.code, "CFItemType": ItemColumn.type,
                SchemeName.level: ItemColumn.level, SchemeName.eqfReference: ItemColumn.eqf,
            ]
            let origin = SheetOrigin(table: table, row: row.number, headers: headers)
            origins["/CFItems/\(items.count)"] = origin
            items.append(item(row, origin, head))
        }
        return SheetItems(table: table, items: items)
    }

    private mutating func item(_ row: SheetTable.Row, _ origin: SheetOrigin, _ head: SheetHead) -> CFItem {
        var cells = row.cells
        for (header, member) in ItemColumn.members { cells[member] = cells.removeValue(forKey: header) }
        if let type = cells["CFItemType"] { cells["CFItemType"] = itemType(type, origin, head) }
        if cells["identifier"] == nil {
            // Without a code the item is at fault, but it needs an identifier to be looked at.
            let name = cells["humanCodingScheme"].map(Trimmed.text) ?? "row \(row.number)"
            cells["identifier"] = NameUUID.uuid("item/\(name)", in: head.document.identifier)
        }
        head.complete(&cells, "CFItems")
        var reader = Reader()
        var item = CellRow.object(CFItem.self, from: cells, &reader) ?? CFItem()
        take(reader, origin)
        for column in ExtensionColumn.item {
            guard let text = cells[column.header] else { continue }
            guard let value = column.value(text) else {
                let rule = column.header == ItemColumn.level ? CASERule.level : CASERule.eqf
                fault(origin.place(column.name), rule, "\"\(text)\" is no level.")
                continue
            }
            item.extensions[column.name] = value
        }
        var translations = item.translations
        for (header, text) in cells {
            guard let at = header.firstIndex(of: "@") else { continue }
            translations[String(header[header.index(after: at)...]), default: [:]][String(header[..<at])] = text
        }
        if translations != item.translations { item.translations = translations }
        return item
    }

    /// The type that a cell names: one that the workbook lists, or one of the scheme's, in short too.
    private mutating func itemType(_ text: String, _ origin: SheetOrigin, _ head: SheetHead) -> String? {
        if head.itemTypes.contains(text) { return text }
        let short = ["level": ItemKind.level, "profile": ItemKind.profile]
        let name = Trimmed.text(text).lowercased()
        let kind = ItemKind.allCases.first { $0.isOfScheme && $0.rawValue.lowercased() == name } ?? short[name]
        if let kind { return kind.rawValue }
        let types = ItemKind.allCases.filter(\.isOfScheme).map(\.rawValue).joined(separator: ", ")
        fault(origin.place("CFItemType"), .itemType, "\"\(text)\" is none of \(types).")
        return nil
    }

    /// The column that a header stands for: one of the known ones, or a translation such as `fullStatement@it`.
    private static func itemHeader(_ header: String) -> String? {
        let name = header.lowercased()
        if let column = ItemColumn.all.first(where: { $0.lowercased() == name }) { return column }
        if let column = ItemColumn.aliases[name.filter { $0 != " " && $0 != "_" }] { return column }
        guard let at = header.firstIndex(of: "@") else { return nil }
        let language = String(header[header.index(after: at)...])
        let member = header[..<at].lowercased()
        guard LanguageTag.isWellFormed(language),
            let name = CFItem.table.members.first(where: { $0.name.lowercased() == member })?.name
        else { return nil }
        return "\(name)@\(language)"
    }

    /// The items' parents, by their cells.
    mutating func parents(_ items: SheetItems, _ names: ItemNames) -> [Int?] {
        items.table.rows.enumerated().map { position, row in
            guard let text = row.cells[ItemColumn.parent] else { return nil }
            let place = items.table.place(row.number, ItemColumn.parent)
            guard let parent = names.position(text) else {
                fault(place, .reference, Self.unknown(text, names))
                return nil
            }
            return parent
        }
    }

    static func unknown(_ name: String, _ names: ItemNames) -> String {
        names.isAmbiguous(name)
            ? "More than one item has the code \"\(name)\"; name the identifier." : "There is no item \"\(name)\"."
    }
}
