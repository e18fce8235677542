/// The sheets of a package: everything it holds, so that it can be made from them again.
struct PackageSheets {
    private let package: CFPackage
    private let base: URIBase
    private let names: ItemNames
    private let plan: AssociationPlan
    private let rubricSource: RubricSource
    private var translations = TranslationRows()

    /// The sheets in their order.
    static func grids(_ package: CFPackage) -> [Grid] {
        var sheets = PackageSheets(package)
        // In the order in which translations are listed.
        let document = sheets.document()
        let items = sheets.items()
        let rubrics = sheets.rubrics()
        let grids = [
            document, items, sheets.targets(), sheets.associations(), rubrics, sheets.definitions(),
            sheets.translations.grid, sheets.proposals(),
        ]
        return ContinuedTexts.split(grids)
    }

    init(_ package: CFPackage) {
        self.package = package
        base = URIBase(package.document)
        names = ItemNames(package.items)
        plan = AssociationPlan(package)
        rubricSource = RubricSource(package)
    }

    private mutating func document() -> Grid {
        var document = package.document
        translations.take(&document, name: ItemNames.document)
        if ProposalRows.canTake(document.proposals) { document.extensions[SchemeName.proposals] = nil }
        let taken = ExtensionColumn.take(ExtensionColumn.document, from: &document.extensions)
        let cells = CellRow.cells(of: document)
        var grid = Grid(name: SheetName.document)
        grid.add(["member", "value"])
        for column in ExtensionColumn.document {
            if let text = taken[column.header] { grid.add([column.header, text]) }
        }
        for member in CFDocument.table.members {
            if let text = cells[member.name], !text.isEmpty { grid.add([member.name, text]) }
        }
        let whole = CellRow.cells(of: CFPackage(document: document, extensions: package.extensions))
        if let text = whole["extensions"] { grid.add([DocumentRow.packageExtensions, text]) }
        for (row, text) in DocumentRow.texts(plan.settings, rubricSource, package.items) { grid.add([row, text]) }
        return grid
    }

    private mutating func items() -> Grid {
        var rows: [[String: String]] = []
        for (position, item) in package.items.enumerated() {
            var item = item
            translations.take(&item, name: names.name(position))
            rows.append(itemRow(item, position))
        }
        return Grid(
            name: SheetName.items, columns: ItemColumn.all, always: ItemColumn.first.count, rows: rows)
    }

    /// An item's cells; what has a column of its own is taken out of the extensions.
    private func itemRow(_ item: CFItem, _ position: Int) -> [String: String] {
        var item = item
        let taken = ExtensionColumn.take(ExtensionColumn.item, from: &item.extensions)
        var cells = CellRow.cells(of: item).merging(taken) { first, _ in first }
        for (header, member) in ItemColumn.members { cells[header] = cells.removeValue(forKey: member) }
        if let parent = plan.parents[position] { cells[ItemColumn.parent] = names.name(parent) }
        leaveOutDerived(&cells, uri: base.uri("CFItems", item.identifier))
        return cells
    }

    /// Leaves out what follows from the identifier and from the document.
    private func leaveOutDerived(_ cells: inout [String: String], uri: String) {
        if cells["uri"] == uri { cells["uri"] = nil }
        if cells["lastChangeDateTime"] == package.document.lastChangeDateTime { cells["lastChangeDateTime"] = nil }
    }

    private func targets() -> Grid {
        let competences = package.items.indices.filter { package.items[$0].kind == .competence }
        let columns = Dictionary(competences.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
        var rows: [Int: [String]] = [:]
        for target in plan.targets {
            var row = rows[target.profile] ?? [names.name(target.profile)]
            let column = columns[target.competence] ?? 0
            row += Array(repeating: "", count: max(0, column + 1 - row.count))
            row[column] = TargetCell(level: package.items[target.level].level ?? 0, weight: target.weight).text
            rows[target.profile] = row
        }
        var grid = Grid(name: SheetName.targets)
        grid.add(["profile"] + competences.map(names.name))
        for profile in package.items.indices where package.items[profile].kind == .profile {
            grid.add(rows[profile] ?? [names.name(profile)])
        }
        return grid
    }

    private func associations() -> Grid {
        let rows = plan.rows.map { position in
            var association = package.associations[position]
            let taken = ExtensionColumn.take(ExtensionColumn.association, from: &association.extensions)
            var cells = CellRow.cells(of: association).merging(taken) { first, _ in first }
            cells[AssociationColumn.place] = String(position + 1)
            put(association.originNodeURI, AssociationColumn.origin, to: &cells)
            put(association.destinationNodeURI, AssociationColumn.destination, to: &cells)
            leaveOutDerived(&cells, uri: base.uri("CFAssociations", association.identifier))
            return cells
        }
        return Grid(
            name: SheetName.associations, columns: AssociationColumn.all, always: AssociationColumn.first.count,
            rows: rows)
    }

    /// Writes an association's end in the simplest way that says it whole.
    private func put(_ node: LinkGenURI, _ end: AssociationColumn.End, to cells: inout [String: String]) {
        let name: String?
        if let position = names.position(node.identifier), plan.settings.style.node(package.items[position]) == node {
            name = names.name(position)
        } else {
            name = plan.settings.style.node(package.document) == node ? ItemNames.document : nil
        }
        if let name {
            cells[end.member] = nil
            cells[end.name] = name
        } else if !node.title.isEmpty, let type = node.targetType, type != "CASE",
            AssociationColumn.identifier(ofExternal: node.uri) == node.identifier
        {
            cells[end.member] = nil
            cells[end.title] = node.title
            cells[end.uri] = node.uri
            cells[end.type] = type
        }
    }

    private mutating func rubrics() -> Grid {
        var rows: [[String: String]] = []
        func add<Object: Translatable & CASEClass>(
            _ object: Object, _ name: String, _ identifier: String, _ uri: String
        ) {
            var object = object
            translations.take(&object, name: identifier)
            var cells = CellRow.cells(of: object)
            cells[RubricColumn.object] = name
            cells[RubricColumn.criteria] = nil
            cells[RubricColumn.levels] = nil
            leaveOutDerived(&cells, uri: uri)
            rows.append(cells)
        }
        for rubric in rubricSource == .derived ? [] : package.rubrics {
            add(rubric, RubricColumn.rubric, rubric.identifier, base.uri("CFRubrics", rubric.identifier))
            for criterion in rubric.criteria {
                add(criterion, RubricColumn.criterion, criterion.identifier, "\(rubric.uri)#\(criterion.identifier)")
                for level in criterion.levels {
                    add(level, RubricColumn.level, level.identifier, "\(rubric.uri)#\(level.identifier)")
                }
            }
        }
        return Grid(name: SheetName.rubrics, columns: RubricColumn.all, always: 3, rows: rows)
    }

    private func definitions() -> Grid {
        var rows: [[String: String]] = []
        func add<Object: CASEClass>(_ list: String, _ objects: [Object], _ identifier: (Object) -> String) {
            for object in objects {
                var cells = CellRow.cells(of: object)
                cells[DefinitionColumn.list] = list
                leaveOutDerived(&cells, uri: base.uri(list, identifier(object)))
                rows.append(cells)
            }
        }
        let definitions = package.definitions
        add("CFConcepts", definitions.concepts, \.identifier)
        add("CFSubjects", definitions.subjects, \.identifier)
        add("CFLicenses", definitions.licenses, \.identifier)
        add("CFItemTypes", definitions.itemTypes, \.identifier)
        add("CFAssociationGroupings", definitions.associationGroupings, \.identifier)
        let whole = CellRow.cells(of: CFDefinitions(concepts: [], extensions: definitions.extensions))
        if let text = whole["extensions"] {
            rows.append([DefinitionColumn.list: DefinitionColumn.whole, "extensions": text])
        }
        return Grid(name: SheetName.definitions, columns: DefinitionColumn.all, always: 3, rows: rows)
    }

    private func proposals() -> Grid {
        ProposalRows.grid(ProposalRows.canTake(package.document.proposals) ? package.document.proposals : [])
    }
}

extension PackageSheets {
    /// The sheet of items alone, with targets and translations in columns, and what it cannot hold.
    static func csv(_ package: CFPackage) -> (grid: Grid, leftOut: [String]) {
        let sheets = PackageSheets(package)
        var rows: [[String: String]] = []
        var translated: Set<String> = []
        for (position, item) in package.items.enumerated() {
            var item = item
            var texts: [String: String] = [:]
            for (language, members) in TranslationRows.taken(from: &item.extensions) {
                for (member, text) in members { texts["\(member)@\(language)"] = text }
            }
            translated.formUnion(texts.keys)
            rows.append(sheets.itemRow(item, position).merging(texts) { first, _ in first })
        }
        var leftOut: [String] = []
        for target in sheets.plan.targets {
            let name = sheets.names.name(target.competence)
            guard !name.contains(where: { "=;\n".contains($0) }) else {
                leftOut.append("the target of \(sheets.names.name(target.profile)) in \(name)")
                continue
            }
            let text = TargetCell(level: package.items[target.level].level ?? 0, weight: target.weight).text
            let cell = rows[target.profile][ItemColumn.targets]
            rows[target.profile][ItemColumn.targets] = (cell.map { $0 + "; " } ?? "") + "\(name)=\(text)"
        }
        let others = sheets.plan.rows.count { !sheets.isInColumns(package.associations[$0]) }
        if others > 0 { leftOut.append("associations that are neither tree, levels nor targets: \(others)") }
        if !package.definitions.isEmpty { leftOut.append("definitions") }
        if !package.document.proposals.isEmpty { leftOut.append("proposals") }
        if sheets.rubricSource != .derived { leftOut.append("rubrics") }
        leftOut.append("the document itself")
        let columns = ItemColumn.all + translated.sorted()
        let grid = Grid(name: SheetName.items, columns: columns, always: ItemColumn.first.count + 1, rows: rows)
        return (grid, leftOut)
    }

    /// Whether columns say what an association says, if not with the same identifier, time and order.
    private func isInColumns(_ association: CFAssociation) -> Bool {
        association.associationType == .isChildOf || association.associationType == .hasSkillLevel
            || association.isTarget
    }
}
