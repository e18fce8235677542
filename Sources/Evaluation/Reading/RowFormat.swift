internal import LibPQ

/// How the rows of a view are written.
public enum RowFormat: String, Sendable, CaseIterable {
    /// An array of objects.
    case json
    /// Comma-separated values with a heading (RFC 4180).
    case csv
    /// An object a line.
    case ndjson
}

/// Writes the rows of a view into bytes, which are taken piece by piece.
///
/// Numbers keep the digits that the database writes. NULL is `null`, and in CSV a field with nothing in it; a text of no
/// letters is `""` there. Lists and objects are JSON in CSV as well.
struct RowWriter {
    private let format: RowFormat
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    init(_ format: RowFormat, columns: [EvaluationView.Column]) {
        self.format = format
        switch format {
        case .json: bytes.append(UInt8(ascii: "["))
        case .csv: append(fields: columns.map(\.name))
        case .ndjson: break
        }
    }

    /// Adds a row that is a JSON object.
    mutating func append(_ object: JSONText) {
        if format == .json {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\n"))
            isFirst = false
        }
        let start = bytes.count
        bytes += object.bytes
        // A value that the database keeps as JSON text may have line ends, which mean as much as spaces.
        while let end = bytes[start...].firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            bytes[end] = UInt8(ascii: " ")
        }
        if format == .ndjson { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Adds a row of CSV.
    mutating func append(fields: [String?]) {
        for (position, field) in fields.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            guard let field else { continue }
            guard field.isEmpty || field.utf8.contains(where: Self.needsQuotes) else {
                bytes += field.utf8
                continue
            }
            bytes.append(UInt8(ascii: "\""))
            for byte in field.utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    /// Whether a field with this byte stands in quotes.
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    /// Ends the text.
    mutating func finish() {
        if format == .json { bytes += "\n]\n".utf8 }
    }

    /// Hands over what has been written since the last time.
    mutating func take() -> [UInt8] {
        let piece = bytes
        bytes.removeAll(keepingCapacity: true)
        return piece
    }
}
