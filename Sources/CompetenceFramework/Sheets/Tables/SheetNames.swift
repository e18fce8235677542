/// The names of a workbook's sheets and of their own columns.
enum SheetName {
    static let document = "Document"
    static let items = "Items"
    static let targets = "Targets"
    static let associations = "Associations"
    static let rubrics = "Rubrics"
    static let definitions = "Definitions"
    static let translations = "Translations"
    static let proposals = "Proposals"
    /// Texts that are longer than a cell can hold: what follows the cell's own text.
    static let continued = "Continued"
    /// What the sheets and columns mean; for people only.
    static let guide = "Guide"

    static let all = [
        document, items, targets, associations, rubrics, definitions, translations, proposals, continued, guide,
    ]
}

/// The columns of the sheet Items.
enum ItemColumn {
    static let code = "code"
    static let type = "type"
    static let parent = "parent"
    static let level = "level"
    static let statement = "fullStatement"
    static let abbreviated = "abbreviatedStatement"
    static let notes = "notes"
    static let eqf = "eqfReference"
    static let targets = "targets"

    /// The first columns, which are always there.
    static let first = [code, type, parent, level, statement, abbreviated, notes, eqf]

    /// Members of CASE that have another header here, by that header.
    static let members = [code: "humanCodingScheme", type: "CFItemType"]

    /// Other headers that people give to columns.
    static let aliases = [
        "humancodingscheme": code, "cfitemtype": type, "parentcode": parent, "statement": statement,
        "abbreviated": abbreviated, "eqf": eqf, "target": targets,
    ]

    /// The headers of all columns but translations.
    static let all =
        first + [targets]
        + CFItem.table.members.filter { !$0.isStandalone }.map(\.name).filter { name in
            !first.contains(name) && !members.values.contains(name)
        }
}
