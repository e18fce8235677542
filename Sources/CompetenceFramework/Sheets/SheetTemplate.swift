/// Empty sheets to fill in.
public enum SheetTemplate {
    /// A workbook with the sheets of a framework, empty, and one that says what they mean.
    public static func xlsx() -> [UInt8] {
        var document = Grid(name: SheetName.document)
        document.add(["member", "value"])
        for member in ["code", "title", "creator", "version", "language", "description"] { document.add([member]) }
        var items = Grid(name: SheetName.items)
        items.add(ItemColumn.first)
        var targets = Grid(name: SheetName.targets)
        targets.add(["profile"])
        var translations = Grid(name: SheetName.translations)
        translations.add([TranslationRows.object, TranslationRows.member, TranslationRows.text])
        let grids = [document, items, targets, translations, guide]
        return WorkbookWriter.bytes(grids, choices: choices(grids))
    }

    /// The header of a CSV file, with a column for the targets of profiles.
    public static func csv() -> [UInt8] {
        var items = Grid(name: SheetName.items)
        items.add(ItemColumn.first + [ItemColumn.targets])
        return CSVWriter.bytes(items)
    }

    /// What a spreadsheet offers to choose from in the columns of the sheet Items.
    static func choices(_ grids: [Grid]) -> [WorkbookWriter.Choice] {
        guard let header = grids.first(where: { $0.name == SheetName.items })?.rows.first?.cells else { return [] }
        let choices = [
            ItemColumn.type: ItemKind.allCases.filter(\.isOfScheme).map(\.rawValue),
            ItemColumn.level: (1...4).map(String.init), ItemColumn.eqf: (1...8).map(String.init),
        ]
        return header.sorted { $0.key < $1.key }.compactMap { column, header in
            choices[header].map { WorkbookWriter.Choice(sheet: SheetName.items, column: column, texts: $0) }
        }
    }

    private static var guide: Grid {
        var grid = Grid(name: SheetName.guide)
        grid.add(["sheet", "column", "meaning"])
        for row in lines { grid.add(row) }
        return grid
    }

    private static let lines = [
        ["Document", "value", "What the framework is called, who made it, its version. Only the title is needed."],
        ["Items", "code", "What people call the item, each code once: A, A1, A1.2, P1."],
        ["Items", "type", "Area, Competence, Level descriptor or Staff profile."],
        ["Items", "parent", "The code of the area a competence is in, or of the competence a level is of."],
        ["Items", "level", "1 to 4, for level descriptors."],
        ["Items", "fullStatement", "The whole text."],
        ["Items", "abbreviatedStatement", "A shorter text."],
        ["Items", "notes", "Remarks."],
        ["Items", "eqfReference", "1 to 8, for level descriptors: indicative of complexity only."],
        ["Items", "identifier", "A UUID; where it is missing, one is made from the code."],
        [
            "Targets", "profile",
            "A row for each staff profile, by its code; a column for each competence, by its code.",
        ],
        ["Targets", "", "In the cells the target level, 1 to 4; with a weight as 3*1.5; empty for no target."],
        ["Translations", "object", "The code of the item, or document."],
        [
            "Translations", "member",
            "Which of its texts: fullStatement, abbreviatedStatement, notes, title, description.",
        ],
        ["Translations", "it", "A column for each language, with its tag as header."],
    ]
}
