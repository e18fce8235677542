internal import Crypto
internal import JSON

extension FrozenReport {
    /// The codebook of the tables, as a Frictionless tabular data package: every file with its hash, every column with
    /// its type and meaning.
    public var dataPackage: [UInt8] {
        let name = (pilot.map { "report-" + $0 } ?? "synthesis") + "-" + number
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("profile", string: "tabular-data-package")
            writer.member("name", string: name)
            writer.member("title", string: title)
            writer.member(
                "description",
                string: "Tables of report \(number), computed on statements through \(watermark). Numbers about fewer "
                    + "people than \(threshold) are empty, and suppressed is true. SHA-256 of all numbers: \(sha256).")
            writer.member("version", string: number)
            writer.member("created", string: head.text("madeAt") ?? "")
            writer.member(
                "resources",
                array: { writer in
                    for table in tables { table.write(to: &writer) }
                })
        }
        return writer.bytes
    }
}

extension FrozenTable {
    fileprivate func write(to writer: inout JSONWriter) {
        let content = csv
        writer.object { writer in
            writer.member("profile", string: "tabular-data-resource")
            writer.member("name", string: name)
            writer.member("path", string: "data/\(name).csv")
            writer.member("description", string: "\(view): \(description)")
            writer.member("format", string: "csv")
            writer.member("mediatype", string: "text/csv")
            writer.member("encoding", string: "utf-8")
            writer.member("bytes", number: content.count)
            writer.member("hash", string: "sha256:" + SHA256.hash(data: content).map(Self.hexadecimal).joined())
            writer.member(
                "schema",
                object: { writer in
                    writer.member(
                        "fields",
                        array: { writer in
                            for column in columns { column.write(to: &writer) }
                        })
                    writer.member("missingValues", array: { $0.string("") })
                })
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}

extension FrozenTable.Column {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", string: name)
            writer.member("type", string: fieldType)
            if fieldType == "datetime" { writer.member("format", string: "any") }
            if type == "uuid" { writer.member("format", string: "uuid") }
            writer.member("description", string: description)
        }
    }

    /// The type as Table Schema has it.
    private var fieldType: String {
        switch type {
        case "smallint", "integer", "bigint": "integer"
        case "numeric", "real", "double precision": "number"
        case "boolean": "boolean"
        case "date": "date"
        case "json", "jsonb": "object"
        case "interval": "duration"
        case _ where type.hasPrefix("timestamp"): "datetime"
        case _ where type.hasSuffix("[]"): "array"
        default: "string"
        }
    }
}
