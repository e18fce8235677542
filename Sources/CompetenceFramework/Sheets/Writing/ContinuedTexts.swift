/// Texts that are longer than the 32,767 units of UTF-16 that a cell can hold: the rest is on a sheet of its own.
enum ContinuedTexts {
    static let columns = ["sheet", "row", "column", "text"]
    private static let limit = 32_767

    /// The sheets with their long texts cut, and the sheet of what was cut off when there is any.
    static func split(_ grids: [Grid]) -> [Grid] {
        var rest = Grid(name: SheetName.continued)
        var result = grids
        for (position, grid) in grids.enumerated() {
            for (rowPosition, row) in grid.rows.enumerated() {
                for (column, text) in row.cells.sorted(by: { $0.key < $1.key }) where text.utf16.count > limit {
                    let pieces = pieces(text)
                    result[position].rows[rowPosition].cells[column] = pieces[0]
                    if rest.rows.isEmpty { rest.add(columns) }
                    for piece in pieces.dropFirst() {
                        rest.add([grid.name, String(row.number), Grid.letters(column), piece])
                    }
                }
            }
        }
        return rest.rows.isEmpty ? result : result + [rest]
    }

    /// Puts texts together again; what belongs to no cell is named.
    static func joined(_ grids: [Grid]) -> (grids: [Grid], lost: [Grid.Row]) {
        guard let position = grids.firstIndex(where: { $0.name == SheetName.continued }) else { return (grids, []) }
        var result = grids
        var lost: [Grid.Row] = []
        let rest = result.remove(at: position)
        let sheets = Dictionary(result.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let rows = result.map { grid in
            Dictionary(grid.rows.enumerated().map { (String($1.number), $0) }) { first, _ in first }
        }
        for row in rest.rows.dropFirst() {
            guard let sheet = row.cells[0].flatMap({ sheets[$0] }),
                let target = row.cells[1].flatMap({ rows[sheet][$0] }),
                let column = row.cells[2].flatMap({ Grid.place($0 + "1")?.column }),
                let text = result[sheet].rows[target].cells[column]
            else {
                lost.append(row)
                continue
            }
            result[sheet].rows[target].cells[column] = text + (row.cells[3] ?? "")
        }
        return (result, lost)
    }

    /// A text in pieces that fit, cut between characters of Unicode.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var (piece, count) = (String.UnicodeScalarView(), 0)
        for scalar in text.unicodeScalars {
            let width = scalar.value > 0xFFFF ? 2 : 1
            if count + width > limit {
                pieces.append(String(piece))
                (piece, count) = (String.UnicodeScalarView(), 0)
            }
            piece.append(scalar)
            count += width
        }
        return pieces + [String(piece)]
    }
}
