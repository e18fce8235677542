/// What the sheet Document says, and what follows where it says nothing.
struct SheetHead {
    var document: CFDocument
    var packageExtensions = Extensions()
    var settings = AssociationLayout.Settings()
    /// Where rubrics come from; nil where the sheet does not say it.
    var rubricSource: RubricSource?
    /// Types of items besides the scheme's four.
    var itemTypes: Set<String> = []
    var base: URIBase

    /// Puts in what follows from an object's identifier and from the document.
    func complete(_ cells: inout [String: String], _ list: String) {
        if let identifier = cells["identifier"].map(Trimmed.text) {
            cells["identifier"] = identifier
            if cells["uri"] == nil { cells["uri"] = base.uri(list, UUIDText.canonical(identifier) ?? identifier) }
        }
        if cells["lastChangeDateTime"] == nil { cells["lastChangeDateTime"] = document.lastChangeDateTime }
    }
}

extension SheetReader {
    /// Reads the sheet Document, in whose rows a member is followed by its value.
    mutating func document(_ grid: Grid?) -> SheetHead {
        if grid == nil, let document = defaults.document {
            return SheetHead(document: document, base: URIBase(document))
        }
        let members = CFDocument.table.members.map(\.name)
        let known = members + ExtensionColumn.document.map(\.header) + DocumentRow.all
        var cells: [String: String] = [:]
        var rows: [String: Int] = [:]
        let table = table(grid ?? Grid(name: SheetName.document), needed: ["member", "value"]) { header in
            ["member", "value"].first { $0 == header.lowercased() }
        }
        for row in table.rows {
            let place = table.place(row.number, "member")
            let name = Trimmed.text(row.cells["member"] ?? "")
            guard let member = known.first(where: { $0.lowercased() == name.lowercased() }) else {
                fault(place, .column, "\"\(name)\" is no member of a document.")
                continue
            }
            if rows.updateValue(row.number, forKey: member) != nil {
                fault(place, .column, "\"\(member)\" is there twice.")
            }
            cells[member] = row.cells["value"]
        }
        let taken = ExtensionColumn.document.compactMap { column in
            cells.removeValue(forKey: column.header).map { (column, $0) }
        }
        complete(&cells, taken.first { $0.0.name == SchemeName.code }?.1)
        var reader = Reader()
        var document = CellRow.object(CFDocument.self, from: cells, &reader) ?? CFDocument()
        // Each member has a row of its own here, so findings are placed one by one.
        take(reader, table, rows)
        for (column, text) in taken { document.extensions[column.name] = column.value(text) }
        if document.code == nil { document.code = defaults.code }
        for (member, row) in rows {
            let origin = SheetOrigin(table: table, row: row, cell: "value")
            origins["/CFDocument/\(member)"] = origin
            if let column = ExtensionColumn.document.first(where: { $0.header == member }) {
                origins["/CFDocument/extensions/\(column.name)"] = origin
            }
        }
        var head = SheetHead(document: document, base: URIBase(document))
        settings(cells, table, rows, &head)
        return head
    }

    private func complete(_ cells: inout [String: String], _ code: String?) {
        func complete(_ name: String, _ value: String?) {
            if cells[name] == nil, let value { cells[name] = value }
        }
        complete("title", defaults.title)
        complete("version", defaults.version)
        complete("creator", defaults.creator)
        complete("language", defaults.language)
        complete("lastChangeDateTime", defaults.lastChangeDateTime)
        complete("identifier", defaults.document?.identifier)
        if cells["identifier"] == defaults.document?.identifier { complete("uri", defaults.document?.uri) }
        let name = (code ?? defaults.code ?? cells["title"] ?? "") + "/" + (cells["version"] ?? "")
        complete("identifier", NameUUID.uuid("\(defaults.base)/framework/\(name)", in: NameUUID.urls))
        let identifier = Trimmed.text(cells["identifier"] ?? "")
        complete("uri", "\(defaults.base)/CFDocuments/\(UUIDText.canonical(identifier) ?? identifier)")
    }

    private mutating func take(_ reader: Reader, _ table: SheetTable, _ rows: [String: Int]) {
        for finding in reader.faults {
            let member = finding.pointer.split(separator: "/").first.map(String.init) ?? ""
            let place = rows[member].map { table.place($0, "value") }
            fault(place ?? table.place(nil, nil), finding.rule, finding.reason)
        }
    }

    private mutating func settings(
        _ cells: [String: String], _ table: SheetTable, _ rows: [String: Int], _ head: inout SheetHead
    ) {
        func choose<Value>(_ row: String, _ values: [String: Value]) -> Value? {
            guard let text = cells[row] else { return nil }
            if let value = values[Trimmed.text(text)] { return value }
            let choices = values.keys.sorted().joined(separator: ", ")
            fault(table.place(rows[row], "value"), .value, "\"\(text)\" is none of \(choices).")
            return nil
        }
        let yesOrNo = ["yes": true, "no": false]
        let titles = Dictionary(LinkStyle.Title.allCases.map { ($0.rawValue, $0) }) { first, _ in first }
        let orders = Dictionary(AssociationLayout.Order.allCases.map { ($0.rawValue, $0) }) { first, _ in first }
        if let title = choose(DocumentRow.titles, titles) { head.settings.style.title = title }
        if let type = choose(DocumentRow.targetType, ["none": nil, "CASE": "CASE"] as [String: String?]) {
            head.settings.style.targetType = type
        }
        if let value = choose(DocumentRow.roots, yesOrNo) { head.settings.hasRoots = value }
        if let value = choose(DocumentRow.skillLevels, yesOrNo) { head.settings.hasSkillLevels = value }
        if let order = choose(DocumentRow.order, orders) { head.settings.order = order }
        let sources = Dictionary(RubricSource.allCases.map { ($0.rawValue, $0) }) { first, _ in first }
        head.rubricSource = choose(DocumentRow.rubrics, sources)
        head.itemTypes = cells[DocumentRow.itemTypes].map(ItemTypeList.types) ?? []
        guard let text = cells[DocumentRow.packageExtensions] else { return }
        var reader = Reader()
        head.packageExtensions =
            CellRow.object(CFDefinitions.self, from: ["extensions": text], &reader)?.extensions ?? [:]
        take(reader, SheetOrigin(table: table, row: rows[DocumentRow.packageExtensions] ?? 0, cell: "value"))
    }
}
