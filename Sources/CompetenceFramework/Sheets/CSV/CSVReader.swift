/// Reads comma- or semicolon-separated values (RFC 4180) in UTF-8.
struct CSVReader {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var offset: Int
    private var rows: [Grid.Row] = []
    private var faults: [SheetFinding] = []

    /// The rows of a file, and what is wrong with it: texts that are not UTF-8, quotes that stand wrong.
    static func grid(_ bytes: [UInt8], name: String) -> (grid: Grid, faults: [SheetFinding]) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let place = SheetPlace(sheet: name, row: 1, column: 0, header: nil)
            let reason = "The file is in UTF-16; save it as CSV in UTF-8."
            return (Grid(name: name), [SheetFinding(place: place, rule: .encoding, reason: reason)])
        }
        var reader = CSVReader(bytes)
        reader.read(name)
        return (Grid(name: name, rows: reader.rows), reader.faults)
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        // Spreadsheets take the semicolon where the comma separates decimals. The header says which one it is.
        let header = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let commas = header.count { $0 == UInt8(ascii: ",") }
        let semicolons = header.count { $0 == UInt8(ascii: ";") }
        separator = semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    private mutating func read(_ name: String) {
        // The number that a spreadsheet shows: a text of several lines is in one row.
        var row = 1
        while offset < bytes.count {
            var cells: [Int: String] = [:]
            var column = 0
            while true {
                let field = self.field(SheetPlace(sheet: name, row: row, column: column, header: nil))
                if !field.isEmpty { cells[column] = field }
                guard offset < bytes.count, bytes[offset] == separator else { break }
                offset += 1
                column += 1
            }
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
            if !cells.isEmpty { rows.append(Grid.Row(number: row, cells: cells)) }
            row += 1
        }
    }

    private mutating func field(_ place: SheetPlace) -> String {
        var text: [UInt8] = []
        let isQuoted = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
        if isQuoted {
            offset += 1
            var isClosed = false
            while offset < bytes.count, !isClosed {
                let byte = bytes[offset]
                offset += 1
                if byte != UInt8(ascii: "\"") {
                    text.append(byte)
                } else if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
                    text.append(byte)
                    offset += 1
                } else {
                    isClosed = true
                }
            }
            if !isClosed { fault(place, .quotes, "The quote that begins here is never closed.") }
        }
        let start = offset
        while offset < bytes.count, bytes[offset] != separator, bytes[offset] != UInt8(ascii: "\n"),
            bytes[offset] != UInt8(ascii: "\r")
        { offset += 1 }
        if isQuoted, offset > start { fault(place, .quotes, "There is text behind the closing quote.") }
        text += bytes[start..<offset]
        guard let decoded = String(validating: text, as: UTF8.self) else {
            fault(place, .encoding, "The text is not in UTF-8: \(Self.shown(text)).")
            return ""
        }
        if decoded.unicodeScalars.contains("\u{0}") {
            fault(place, .encoding, "The text has the character U+0000; the file may be in UTF-16.")
            return ""
        }
        return FormulaGuard.removed(decoded)
    }

    private mutating func fault(_ place: SheetPlace, _ rule: CASERule, _ reason: String) {
        faults.append(SheetFinding(place: place, rule: rule, reason: reason))
    }

    /// A text with the bytes that are not UTF-8 as U+FFFD, short enough for a message.
    private static func shown(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return "\"\(text.prefix(40))\(text.count > 40 ? "…" : "")\""
    }
}

/// Texts that a spreadsheet would take for formulas, in CSV, which cannot tell texts from formulas.
enum FormulaGuard {
    private static let beginnings: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "'"]

    /// The text with an apostrophe before it when a spreadsheet would take it for a formula.
    static func added(_ text: String) -> String {
        text.unicodeScalars.first.map { beginnings.contains(Character($0)) } == true ? "'" + text : text
    }

    /// The text without the apostrophe.
    static func removed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.first == "'", let second = scalars.dropFirst().first, beginnings.contains(Character(second))
        else {
            return text
        }
        return String(String.UnicodeScalarView(scalars.dropFirst()))
    }
}
