/// Rows of the sheet Document that are no members of the document.
enum DocumentRow {
    static let packageExtensions = "package.extensions"
    /// What titles the ends of associations have.
    static let titles = "sheet.titles"
    /// The target type of the ends of associations.
    static let targetType = "sheet.targetType"
    /// Whether items without parent are children of the document.
    static let roots = "sheet.roots"
    /// Whether levels are skill levels of their competence.
    static let skillLevels = "sheet.skillLevels"
    /// The order of associations.
    static let order = "sheet.order"
    /// Where rubrics come from.
    static let rubrics = "sheet.rubrics"
    /// Types of items besides the scheme's four, one a line.
    static let itemTypes = "sheet.itemTypes"

    static let all = [packageExtensions, titles, targetType, roots, skillLevels, order, rubrics, itemTypes]

    /// The rows that say what holds for a workbook.
    static func texts(
        _ settings: AssociationLayout.Settings, _ source: RubricSource, _ items: [CFItem]
    ) -> [(String, String)] {
        let types = Set(items.filter { !$0.kind.isOfScheme }.compactMap(\.itemType))
        return [
            (titles, settings.style.title.rawValue), (targetType, settings.style.targetType ?? "none"),
            (roots, settings.hasRoots ? "yes" : "no"), (skillLevels, settings.hasSkillLevels ? "yes" : "no"),
            (order, settings.order.rawValue), (rubrics, source.rawValue),
        ] + (types.isEmpty ? [] : [(itemTypes, ItemTypeList.text(types))])
    }
}

/// Types of items in a cell: one a line, or as JSON where one has more lines.
enum ItemTypeList {
    static func text(_ types: Set<String>) -> String {
        CellRow.cells(of: CFItem(conceptKeywords: types.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }))[
            "conceptKeywords"] ?? ""
    }

    static func types(_ text: String) -> Set<String> {
        var reader = Reader()
        let item = CellRow.object(CFItem.self, from: ["conceptKeywords": text], &reader)
        return Set(item?.conceptKeywords ?? [])
    }
}

extension CFItem {
    fileprivate init(conceptKeywords: [String]) {
        self.init()
        self.conceptKeywords = conceptKeywords
    }
}
