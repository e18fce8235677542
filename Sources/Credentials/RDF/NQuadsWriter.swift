/// Writes terms in the canonical form of N-Quads: one spelling for each statement.
enum NQuadsWriter {
    /// The canonical lines of a dataset's statements, in the order in which they stand.
    static func bytes(of dataset: RDFDataset) -> [UInt8] {
        var bytes: [UInt8] = []
        for quad in dataset.quads {
            append(quad.subject, to: &bytes)
            bytes.append(space)
            append(quad.predicate, to: &bytes)
            bytes.append(space)
            append(quad.object, to: &bytes)
            if let graph = quad.graph {
                bytes.append(space)
                append(graph, to: &bytes)
            }
            bytes.append(contentsOf: end)
        }
        return bytes
    }

    /// Appends a term.
    static func append(_ term: RDFTerm, to bytes: inout [UInt8]) {
        switch term {
        case .iri(let iri): append(iri: iri, to: &bytes)
        case .blank(let label):
            bytes.append(contentsOf: blank)
            bytes.append(contentsOf: label.bytes)
        case .literal(let literal): append(literal, to: &bytes)
        }
    }

    private static func append(iri: RDFText, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: iri.bytes)
        bytes.append(UInt8(ascii: ">"))
    }

    private static func append(_ literal: RDFLiteral, to bytes: inout [UInt8]) {
        bytes.append(quote)
        append(escaped: literal.lexical.bytes, to: &bytes)
        bytes.append(quote)
        if let language = literal.language {
            bytes.append(UInt8(ascii: "@"))
            bytes.append(contentsOf: language.bytes)
        } else if literal.datatype != RDFLiteral.string {
            bytes.append(contentsOf: type)
            append(iri: literal.datatype, to: &bytes)
        }
    }

    /// Escapes what the canonical form has escaped: the two signs of the grammar and control characters.
    private static func append(escaped text: [UInt8], to bytes: inout [UInt8]) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == quote || byte == backslash || byte == 0x7F else { continue }
            bytes.append(contentsOf: text[start..<index])
            start = index + 1
            bytes.append(backslash)
            switch byte {
            case quote, backslash: bytes.append(byte)
            case 0x08: bytes.append(UInt8(ascii: "b"))
            case 0x09: bytes.append(UInt8(ascii: "t"))
            case 0x0A: bytes.append(UInt8(ascii: "n"))
            case 0x0C: bytes.append(UInt8(ascii: "f"))
            case 0x0D: bytes.append(UInt8(ascii: "r"))
            default:
                bytes.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        bytes.append(contentsOf: text[start...])
    }

    static let space = UInt8(ascii: " ")
    static let blank = Array("_:".utf8)
    static let end = Array(" .\n".utf8)
    private static let type = Array("^^".utf8)
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let digits = Array("0123456789ABCDEF".utf8)
}

extension RDFDataset {
    /// The statements as N-Quads, one a line, each in its canonical spelling.
    package var nQuads: [UInt8] { NQuadsWriter.bytes(of: self) }
}
