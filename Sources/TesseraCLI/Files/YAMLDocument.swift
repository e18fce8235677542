import JSON
import Yams

/// A YAML document as the JSON that says the same.
///
/// Plain scalars are read as YAML 1.2's JSON schema has it, however other versions read them: `yes` is a text, and
/// numbers keep their digits.
struct YAMLDocument {
    /// The JSON.
    let json: [UInt8]

    /// What is wrong with a document.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads a document.
    ///
    /// - Parameter limit: How long its JSON may become, for an alias repeats what it stands for.
    init(_ text: String, upTo limit: Int) throws {
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch let error as YamlError {
            throw Fault(description: "\(error)")
        }
        guard let node else { throw Fault(description: "it is empty.") }
        var bytes: [UInt8] = []
        try Self.append(node, to: &bytes, upTo: limit)
        json = bytes
    }

    private static func append(_ node: Node, to bytes: inout [UInt8], upTo limit: Int) throws {
        guard bytes.count <= limit else { throw Fault(description: "it stands for more than \(limit >> 20) MiB.") }
        switch node {
        case .scalar(let scalar): append(scalar, to: &bytes)
        case .sequence(let sequence):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in sequence.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                try append(element, to: &bytes, upTo: limit)
            }
            bytes.append(UInt8(ascii: "]"))
        case .mapping(let mapping):
            bytes.append(UInt8(ascii: "{"))
            for (index, (key, value)) in mapping.enumerated() {
                guard let name = key.scalar?.string else {
                    throw Fault(description: "a key is no text\(place(key)).")
                }
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONWriter.append(string: name.utf8, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                try append(value, to: &bytes, upTo: limit)
            }
            bytes.append(UInt8(ascii: "}"))
        case .alias: throw Fault(description: "an alias stands for nothing\(place(node)).")
        }
    }

    private static func append(_ scalar: Node.Scalar, to bytes: inout [UInt8]) {
        let text = scalar.string
        guard scalar.style == .plain else { return JSONWriter.append(string: text.utf8, to: &bytes) }
        switch text {
        case "true", "false", "null": bytes += text.utf8
        case "", "~": bytes += "null".utf8
        default:
            let number = try? JSONDocument(parsing: Array(text.utf8))
            if number?.root.kind == .number {
                bytes += text.utf8
            } else {
                JSONWriter.append(string: text.utf8, to: &bytes)
            }
        }
    }

    private static func place(_ node: Node) -> String {
        node.mark.map { " (line \($0.line), column \($0.column))" } ?? ""
    }
}
