extension PDFLayout {
    /// A column of a table.
    package struct Column {
        let title: String
        let isNumber: Bool

        package init(title: String, isNumber: Bool) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    private static var padding: Double { 6 }

    /// Sets a table, whose heading is repeated on every page that it comes to; rows are not broken.
    package mutating func table(_ caption: String, columns: [Column], rows: [[String]], size: Double = 7.5) {
        let widths = widths(columns, rows, size)
        let table = group("Table")
        let heading = wrapped(columns.map(\.title), widths, size, .bold)
        makeRoom(Self.height(heading, size) + 3 * size + 30)
        let title = lines(of: caption, size: size + 1, weight: .bold, width: Self.width)
        cell(
            title, "Caption", size: size + 1, weight: .bold, x: Self.margin, width: Self.width, top: y, toRight: false,
            within: [table])
        y += Double(title.count) * (size + 1) * 1.3 + 3
        row(heading, "TH", columns, widths, size, within: table)
        for cells in rows {
            let lines = wrapped(cells, widths, size, .regular)
            if y + Self.height(lines, size) > Self.bottom {
                newPage()
                row(heading, "TH", columns, widths, size, within: table)
            }
            row(lines, "TD", columns, widths, size, within: table)
        }
        y += 10
    }

    private mutating func row(
        _ cells: [[String]], _ kind: String, _ columns: [Column], _ widths: [Double], _ size: Double,
        within table: PDFPage.Group
    ) {
        let row = group("TR")
        var x = Self.margin
        for ((lines, column), width) in zip(zip(cells, columns), widths) {
            cell(
                lines, kind, size: size, weight: kind == "TH" ? .bold : .regular, x: x, width: width - Self.padding,
                top: y, toRight: column.isNumber, within: [table, row])
            x += width
        }
        y += Self.height(cells, size)
        hairline(at: y - 1.5)
    }

    private func wrapped(_ cells: [String], _ widths: [Double], _ size: Double, _ weight: Weight) -> [[String]] {
        zip(cells, widths).map { cell, width in
            lines(of: cell, size: size, weight: weight, width: width - Self.padding)
        }
    }

    private static func height(_ cells: [[String]], _ size: Double) -> Double {
        Double(max(1, cells.map(\.count).max() ?? 1)) * size * 1.3 + 4
    }

    /// As wide as what is in them where that fits; otherwise what is left after the longest words goes to those that
    /// need it most.
    private func widths(_ columns: [Column], _ rows: [[String]], _ size: Double) -> [Double] {
        var natural: [Double] = []
        var least: [Double] = []
        for (place, column) in columns.enumerated() {
            let cells = rows.compactMap { $0.dropFirst(place).first }
            func width(_ text: some StringProtocol, isBold: Bool) -> Double {
                (isBold ? bold : regular).width(of: String(text), size: size) + Self.padding
            }
            func word(_ text: String, isBold: Bool) -> Double {
                text.split(separator: " ").map { width($0, isBold: isBold) }.max() ?? 0
            }
            natural.append(
                max(width(column.title, isBold: true), cells.map { width($0, isBold: false) }.max() ?? 0))
            least.append(
                min(140, max(word(column.title, isBold: true), cells.map { word($0, isBold: false) }.max() ?? 0)))
        }
        let (all, needed) = (natural.reduce(0, +), least.reduce(0, +))
        if all <= Self.width { return natural }
        if needed >= Self.width { return least.map { $0 * Self.width / needed } }
        let room = Self.width - needed
        let wanted = zip(natural, least).map { max(0, $0 - $1) }
        let sum = max(wanted.reduce(0, +), 1)
        return zip(least, wanted).map { $0 + room * $1 / sum }
    }
}
