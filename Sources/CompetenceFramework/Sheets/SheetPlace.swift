/// A cell, row or sheet of a spreadsheet.
public struct SheetPlace: Sendable, Hashable, CustomStringConvertible {
    /// The sheet's name.
    public let sheet: String
    /// The row's number as spreadsheets show it; nil for the whole sheet.
    public let row: Int?
    /// The column, counted from 0; nil for the whole row.
    public let column: Int?
    /// What stands above the column.
    public let header: String?

    /// The column as spreadsheets name it.
    public var letters: String? { column.map(Grid.letters) }

    /// The place in one line: `Items!C5 (parent)`.
    public var description: String {
        let cell = (letters ?? "") + (row.map { String($0) } ?? "")
        return sheet + (cell.isEmpty ? "" : "!\(cell)") + (header.map { " (\($0))" } ?? "")
    }
}
