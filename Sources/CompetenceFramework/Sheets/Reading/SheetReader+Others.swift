extension SheetReader {
    /// Reads the sheet Rubrics, and makes the rubrics that are to be made.
    mutating func rubrics(_ grid: Grid?, _ head: SheetHead, _ package: inout CFPackage) {
        let given = grid.map { rubrics($0, head) } ?? []
        switch head.rubricSource ?? (grid == nil ? .derived : .given) {
        case .given: package.rubrics = given
        case .derived: package.rubrics = given + package.derivedRubrics()
        case .complete:
            let items = Set(given.flatMap(\.criteria).compactMap(\.itemURI?.identifier))
            package.rubrics =
                given
                + package.derivedRubrics().filter { rubric in
                    !rubric.criteria.contains { criterion in
                        criterion.itemURI.map { items.contains($0.identifier) } ?? false
                    }
                }
        }
    }

    private mutating func rubrics(_ grid: Grid, _ head: SheetHead) -> [CFRubric] {
        let table = table(grid, needed: [RubricColumn.object]) { header in
            RubricColumn.all.first { $0.lowercased() == header.lowercased() }
        }
        var rubrics: [CFRubric] = []
        for row in table.rows {
            let origin = SheetOrigin(table: table, row: row.number)
            var cells = row.cells
            let object = Trimmed.text(cells.removeValue(forKey: RubricColumn.object) ?? "")
            let identifier = cells["identifier"].map { UUIDText.canonical(Trimmed.text($0)) ?? $0 }
            if object != RubricColumn.rubric, cells["uri"] == nil, let identifier, let rubric = rubrics.last {
                cells["uri"] = "\(rubric.uri)#\(identifier)"
            }
            head.complete(&cells, "CFRubrics")
            let place = "/CFRubrics/\(rubrics.count - 1)/CFRubricCriteria/"
            var reader = Reader()
            switch object {
            case RubricColumn.rubric:
                origins["/CFRubrics/\(rubrics.count)"] = origin
                rubrics.append(CellRow.object(CFRubric.self, from: cells, &reader) ?? CFRubric())
            case RubricColumn.criterion where !rubrics.isEmpty:
                origins[place + "\(rubrics[rubrics.count - 1].criteria.count)"] = origin
                rubrics[rubrics.count - 1].criteria.append(
                    CellRow.object(CFRubricCriterion.self, from: cells, &reader) ?? CFRubricCriterion())
            case RubricColumn.level where rubrics.last?.criteria.isEmpty == false:
                let criterion = rubrics[rubrics.count - 1].criteria.count - 1
                let count = rubrics[rubrics.count - 1].criteria[criterion].levels.count
                origins[place + "\(criterion)/CFRubricCriterionLevels/\(count)"] = origin
                rubrics[rubrics.count - 1].criteria[criterion].levels.append(
                    CellRow.object(CFRubricCriterionLevel.self, from: cells, &reader) ?? CFRubricCriterionLevel())
            default:
                let reason =
                    "\"\(object)\" is no CFRubric, CFRubricCriterion below one or CFRubricCriterionLevel below that."
                fault(origin.place(RubricColumn.object), .value, reason)
            }
            take(reader, origin)
        }
        return rubrics
    }

    /// Reads the sheet Definitions.
    mutating func definitions(_ grid: Grid?, _ head: SheetHead) -> CFDefinitions {
        var definitions = CFDefinitions()
        guard let grid else { return definitions }
        let table = table(grid, needed: [DefinitionColumn.list]) { header in
            DefinitionColumn.all.first { $0.lowercased() == header.lowercased() }
        }
        for row in table.rows {
            let origin = SheetOrigin(table: table, row: row.number)
            var cells = row.cells
            let list = Trimmed.text(cells.removeValue(forKey: DefinitionColumn.list) ?? "")
            if list != DefinitionColumn.whole { head.complete(&cells, list) }
            var reader = Reader()
            func add<Object: CASEClass>(_ path: WritableKeyPath<CFDefinitions, [Object]>) {
                origins["/CFDefinitions/\(list)/\(definitions[keyPath: path].count)"] = origin
                definitions[keyPath: path].append(CellRow.object(Object.self, from: cells, &reader) ?? Object())
                for name in cells.keys.sorted() where Object.table.position(of: name) == nil {
                    fault(origin.place(name), .value, "\(list) have no \"\(name)\".")
                }
            }
            switch list {
            case "CFConcepts": add(\.concepts)
            case "CFSubjects": add(\.subjects)
            case "CFLicenses": add(\.licenses)
            case "CFItemTypes": add(\.itemTypes)
            case "CFAssociationGroupings": add(\.associationGroupings)
            case DefinitionColumn.whole:
                let whole = CellRow.object(CFDefinitions.self, from: cells, &reader)
                definitions.extensions = whole?.extensions ?? [:]
            default: fault(origin.place(DefinitionColumn.list), .value, "\"\(list)\" is no list of CASE's definitions.")
            }
            take(reader, origin)
        }
        return definitions
    }

    /// Reads the sheet Proposals.
    mutating func proposals(_ grid: Grid?) -> [ExtensionValue] {
        guard let grid else { return [] }
        let table = table(grid) { $0 }
        return table.rows.map { row in
            let origin = SheetOrigin(table: table, row: row.number, cell: ProposalRows.other)
            var reader = Reader()
            let rest = row.cells[ProposalRows.other].flatMap { text in
                CellRow.object(CFDefinitions.self, from: ["extensions": text], &reader)?.extensions
            }
            take(reader, origin)
            var members = rest?.members ?? [:]
            for (name, text) in row.cells where name != ProposalRows.other { members[name] = .string(text) }
            return .object(members)
        }
    }
}
