/// A sheet whose columns are known by their headers.
struct SheetTable {
    /// A row's cells by header.
    struct Row {
        let number: Int
        let cells: [String: String]
    }

    let sheet: String
    /// Where the header stands; nil in an empty sheet.
    let headerRow: Int?
    /// The columns by header.
    let columns: [String: Int]
    let rows: [Row]

    /// The place of a cell; the whole row where there is no such column.
    func place(_ row: Int?, _ header: String?) -> SheetPlace {
        let column = header.flatMap { columns[$0] }
        return SheetPlace(sheet: sheet, row: row, column: column, header: column == nil ? nil : header)
    }
}

/// Where an object of a package stands on a sheet, and which columns say its members.
struct SheetOrigin {
    let table: SheetTable
    let row: Int
    /// The headers of members that have another one than their name.
    var headers: [String: String] = [:]
    /// The one header that all findings belong to, when a cell says the whole object.
    var cell: String?

    /// The place of a member.
    func place(_ member: String?) -> SheetPlace {
        table.place(row, cell ?? member.map { headers[$0] ?? $0 })
    }
}
