/// A table of a page: rows that fold into blocks where the window is narrow, each value with its column's name.
struct PageTable {
    /// A column's heading.
    struct Column: ExpressibleByStringLiteral {
        let title: String
        let isNumber: Bool

        init(stringLiteral title: String) { self.init(title: title, isNumber: false) }

        private init(title: String, isNumber: Bool) {
            self.title = title
            self.isNumber = isNumber
        }

        /// A column of numbers, which stand to the right.
        static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// One of several things in a cell.
    struct Line {
        let code: String?
        let text: String
        let url: String?

        init(_ text: String, code: String? = nil, url: String? = nil) {
            self.text = text
            self.code = code
            self.url = url
        }
    }

    /// Several things in a cell.
    struct Lines {
        let lines: [Line]
    }

    /// What a cell says.
    struct Content {
        var text: String
        /// The code of what it is about.
        var code: String?
        /// The text's language, where it is not the page's.
        var tag: String?
        var url: String?
        /// More in small.
        var note: String?
        /// The tone of a state.
        var chip: String?
        /// The tone of the text.
        var tone: String?
        var list: Lines?

        init(
            _ text: String, code: String? = nil, tag: String? = nil, url: String? = nil, note: String? = nil,
            chip: String? = nil, tone: String? = nil
        ) {
            self.text = text
            self.code = code
            self.tag = tag == "en" ? nil : tag
            self.url = url
            self.note = note
            self.chip = chip
            self.tone = tone
        }

        /// Several things.
        static func list(_ lines: [Line]) -> Content {
            if lines.isEmpty { return Content("–", tone: "calm") }
            var content = Content("")
            content.list = Lines(lines: lines)
            return content
        }
    }

    /// A cell with what its column makes of it.
    struct Cell {
        let label: String
        let style: String?
        let content: Content
    }

    /// A row, which begins with what it is about.
    struct Row {
        let head: Content
        let cells: [Cell]
        let isTotal: Bool
    }

    let caption: String
    let columns: [Column]
    let rows: [Row]

    /// - Parameters:
    ///   - rows: What stands in each row, column by column.
    ///   - totals: Rows that sum up those before.
    /// - Returns: nil without rows.
    init?(_ caption: String, _ columns: [Column], rows: [[Content]], totals: [[Content]] = []) {
        if rows.isEmpty { return nil }
        self.caption = caption
        self.columns = columns
        func row(_ contents: [Content], isTotal: Bool) -> Row? {
            guard let head = contents.first else { return nil }
            let cells = zip(columns, contents).dropFirst().map { column, content in
                let styles = [column.isNumber ? "number" : nil, content.tone].compactMap { $0 }
                return Cell(
                    label: column.title, style: styles.isEmpty ? nil : styles.joined(separator: " "), content: content)
            }
            return Row(head: head, cells: cells, isTotal: isTotal)
        }
        self.rows = rows.compactMap { row($0, isTotal: false) } + totals.compactMap { row($0, isTotal: true) }
    }
}
