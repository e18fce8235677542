/// A sheet: a name, and rows of texts.
struct Grid: Equatable {
    /// A row with its number as spreadsheets show it, and its cells that are not empty by column.
    struct Row: Equatable {
        let number: Int
        var cells: [Int: String]
    }

    /// The sheet's name.
    let name: String
    /// The rows that are not empty, the header's first.
    var rows: [Row] = []

    /// A sheet as read.
    init(name: String, rows: [Row] = []) {
        self.name = name
        self.rows = rows
    }

    /// A sheet to write: a header, and rows with the texts of its columns.
    ///
    /// Columns that are empty throughout are left out unless they are among the first ones that are always there.
    init(name: String, columns: [String], always: Int, rows texts: [[String: String]]) {
        self.name = name
        let isUsed = Set(texts.flatMap { row in row.filter { !$0.value.isEmpty }.keys })
        let shown = columns.enumerated().filter { $0 < always || isUsed.contains($1) }.map(\.element)
        add(shown)
        for row in texts { add(shown.map { row[$0] ?? "" }) }
    }

    /// Adds a row below the last one.
    mutating func add(_ texts: [String]) {
        var cells: [Int: String] = [:]
        for (column, text) in texts.enumerated() where !text.isEmpty { cells[column] = text }
        rows.append(Row(number: (rows.last?.number ?? 0) + 1, cells: cells))
    }

    /// The letters that spreadsheets name a column with: A for 0, AA for 26.
    static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column
        repeat {
            letters = String(Character(Unicode.Scalar(UInt8(65 + rest % 26)))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    /// Column and row of a cell's name such as `AB12`, within what spreadsheets have.
    static func place(_ name: String) -> (column: Int, row: Int)? {
        let letters = name.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard (1...3).contains(letters.count), let row = Int(name.dropFirst(letters.count)),
            (1...1_048_576).contains(row)
        else { return nil }
        let column = letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
        return column < 16_384 ? (column, row) : nil
    }
}
