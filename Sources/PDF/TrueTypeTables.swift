/// The tables of a TrueType font; every access is within bounds, or an error.
struct TrueTypeTables: Sendable {
    /// A table, whose numbers are read by their offset in it.
    struct Table: Sendable {
        let content: ArraySlice<UInt8>

        /// Two bytes without sign.
        func word(_ offset: Int) throws(PDFError) -> Int {
            guard offset >= 0, offset + 2 <= content.count else { throw TrueTypeTables.damaged }
            let start = content.startIndex + offset
            return Int(content[start]) << 8 | Int(content[start + 1])
        }

        /// Two bytes with sign.
        func short(_ offset: Int) throws(PDFError) -> Int {
            Int(Int16(truncatingIfNeeded: try word(offset)))
        }

        /// Four bytes without sign.
        func long(_ offset: Int) throws(PDFError) -> Int {
            try word(offset) << 16 | word(offset + 2)
        }

        func bytes(_ start: Int, _ end: Int) throws(PDFError) -> ArraySlice<UInt8> {
            guard start >= 0, start <= end, end <= content.count else { throw TrueTypeTables.damaged }
            return content[(content.startIndex + start)..<(content.startIndex + end)]
        }
    }

    private let tables: [String: Table]

    init(_ bytes: [UInt8]) throws(PDFError) {
        let file = Table(content: bytes[...])
        guard try file.long(0) == 0x0001_0000 else { throw Self.damaged }
        var tables: [String: Table] = [:]
        for index in 0..<(try file.word(4)) {
            let record = 12 + index * 16
            let tag = String(decoding: try file.bytes(record, record + 4), as: UTF8.self)
            let start = try file.long(record + 8)
            tables[tag] = Table(content: try file.bytes(start, start + file.long(record + 12)))
        }
        self.tables = tables
    }

    /// A table that has to be there.
    func table(_ tag: String) throws(PDFError) -> Table {
        guard let table = tables[tag] else { throw Self.damaged }
        return table
    }

    /// A table that some fonts have.
    func tableIfAny(_ tag: String) -> Table? { tables[tag] }

    static let damaged = PDFError(message: "The font is damaged, or no TrueType font.")
}
