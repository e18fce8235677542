internal import JSON

extension FrozenTable {
    /// The table as tidy CSV (RFC 4180): a heading, a line for each row, nothing for null, JSON for lists and objects.
    public var csv: [UInt8] {
        var text = columns.map { Self.field($0.name) }.joined(separator: ",") + "\r\n"
        for row in rows {
            text += columns.map { row.json[$0.name].map(Self.cell) ?? "" }.joined(separator: ",") + "\r\n"
        }
        return Array(text.utf8)
    }

    private static func cell(_ value: JSONValue) -> String {
        switch value.kind {
        case .null: ""
        case .string: field(value.string ?? "")
        case .boolean: value.boolean == true ? "true" : "false"
        case .number: value.lexeme ?? ""
        default: field(String(decoding: value.bytes, as: UTF8.self))
        }
    }

    /// An empty text is set in quotes, since nothing stands for null.
    private static func field(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && !text.utf8.contains { byte in
                byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
            }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
