/// Writes comma-separated values (RFC 4180) in UTF-8, with a byte order mark, by which spreadsheets know it.
enum CSVWriter {
    /// The bytes of a sheet.
    static func bytes(_ grid: Grid) -> [UInt8] {
        let columns = (grid.rows.flatMap(\.cells.keys).max() ?? 0) + 1
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in grid.rows {
            for column in 0..<columns {
                if column > 0 { bytes.append(UInt8(ascii: ",")) }
                append(FormulaGuard.added(row.cells[column] ?? ""), to: &bytes)
            }
            bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        }
        return bytes
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        guard text.utf8.contains(where: { "\",;\r\n".utf8.contains($0) }) else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
