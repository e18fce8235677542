/// Comma-separated values as RFC 4180 has them, read by its letter.
struct CSVText {
    /// All records, the heading first.
    let records: [[String]]

    init(_ text: String) {
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var isQuoted = false
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                field.unicodeScalars.append(scalar)
                scalars.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                record.append(field)
                field = ""
            case "\r" where !isQuoted && scalars.first == "\n":
                scalars.removeFirst()
                records.append(record + [field])
                (record, field) = ([], "")
            default: field.unicodeScalars.append(scalar)
            }
        }
        self.records = records
    }

    /// A field of the first record behind the heading.
    subscript(column: String) -> String? {
        guard records.count > 1, let place = records[0].firstIndex(of: column) else { return nil }
        return records[1][place]
    }
}
