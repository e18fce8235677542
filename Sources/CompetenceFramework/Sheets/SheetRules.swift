/// The rules that a spreadsheet can break.
extension CASERule {
    static let workbook = CASERule(
        id: "sheet-workbook", text: "A workbook is an Office Open XML file within the limits.")
    static let sheet = CASERule(
        id: "sheet-name", text: "A workbook has the sheet Items, and others of known names once.")
    static let cell = CASERule(id: "sheet-cell", text: "Cells have values.")
    static let encoding = CASERule(id: "sheet-encoding", text: "CSV is in UTF-8.")
    static let quotes = CASERule(id: "sheet-quotes", text: "Quotes in CSV are closed, and end where a cell ends.")
    static let column = CASERule(
        id: "sheet-column", text: "Columns have known headers, each once; the needed ones are there.")
    static let value = CASERule(id: "sheet-value", text: "A cell's text is of the form that its column has.")
    static let itemType = CASERule(
        id: "sheet-type",
        text: "A type is Area, Competence, Level descriptor, Staff profile, or one that the sheet Document lists.")
    static let reference = CASERule(id: "sheet-reference", text: "Codes and identifiers name items of the workbook.")
    static let targetLevel = CASERule(
        id: "sheet-target", text: "A target is a level that its competence has, and a weight.")

    /// All rules of spreadsheets, for a table in the documentation.
    public static let ofSheets: [CASERule] = [
        workbook, sheet, cell, encoding, quotes, column, value, itemType, reference, targetLevel,
    ]
}
