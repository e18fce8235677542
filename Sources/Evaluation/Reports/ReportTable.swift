/// A table of a report for people: the columns that matter, in words; the data has all of them.
public struct ReportTable: Sendable {
    /// A column's heading.
    public struct Column: Sendable {
        /// The heading.
        public let title: String
        /// Whether its numbers stand to the right.
        public let isNumber: Bool
    }

    /// What a row is.
    public let caption: String
    /// The columns.
    public let columns: [Column]
    /// The cells, row by row.
    public let rows: [[String]]
    /// How many more rows the data has.
    public let omitted: Int
    /// The table of the report that it shows.
    public let name: String
}

/// How a table of a report is shown to people.
struct TableForm {
    /// A column: what it is called, and what it says of a row.
    struct Column {
        let title: String
        let isNumber: Bool
        let cell: (FrozenRow) -> String

        /// A text as it is.
        static func text(_ title: String, _ column: String) -> Column {
            Column(title: title, isNumber: false) { $0.text(column) ?? "–" }
        }

        /// A code with its name.
        static func named(_ title: String, _ code: String, _ name: String) -> Column {
            Column(title: title, isNumber: false) { row in
                [row.text(code), row.text(name)].compactMap(\.self).joined(separator: " ")
            }
        }

        /// A whole number; or that it is hidden.
        static func count(_ title: String, _ column: String = "n") -> Column {
            Column(title: title, isNumber: true) { $0.text(column) ?? missing($0) }
        }

        /// A number with so many digits after the point.
        static func decimal(_ title: String, _ column: String, places: Int = 2) -> Column {
            Column(title: title, isNumber: true) { row in
                row.number(column).map { Figure.decimal($0, places: places) } ?? missing(row)
            }
        }

        /// A share in percent.
        static func share(_ title: String, _ column: String) -> Column {
            Column(title: title, isNumber: true) { row in row.number(column).map(Figure.percent) ?? missing(row) }
        }

        /// What a function makes of a row.
        static func made(_ title: String, isNumber: Bool = false, _ cell: @escaping (FrozenRow) -> String) -> Column {
            Column(title: title, isNumber: isNumber, cell: cell)
        }

        private static func missing(_ row: FrozenRow) -> String { row.isSuppressed ? "hidden" : "–" }
    }

    /// How many rows are shown; the data has the others.
    static let most = 60

    let caption: String
    let columns: [Column]
    /// Which rows are shown.
    var isShown: (FrozenRow) -> Bool = { _ in true }

    /// - Returns: nil where no row is shown.
    func table(of frozen: FrozenTable) -> ReportTable? {
        let shown = frozen.rows.filter(isShown)
        guard !shown.isEmpty else { return nil }
        return ReportTable(
            caption: caption, columns: columns.map { ReportTable.Column(title: $0.title, isNumber: $0.isNumber) },
            rows: shown.prefix(Self.most).map { row in columns.map { $0.cell(row) } },
            omitted: frozen.rows.count - min(shown.count, Self.most), name: frozen.name)
    }
}
