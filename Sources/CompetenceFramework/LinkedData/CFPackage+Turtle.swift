extension CFPackage {
    /// The package as Turtle in the words of CTDL-ASN and SKOS: the same graph as ``jsonLD(isPretty:)``.
    public func turtle() -> [UInt8] {
        var text: [UInt8] = []
        for (prefix, iri) in Vocabulary.prefixes { text += "@prefix \(prefix): <\(iri)> .\n".utf8 }
        for resource in FrameworkGraph.resources(self) {
            text += "\n<\(resource.iri)> a \(resource.types.joined(separator: ", "))".utf8
            for (property, terms) in resource.statements {
                text += " ;\n    \(property) ".utf8
                for (position, term) in terms.enumerated() {
                    if position > 0 { text += ", ".utf8 }
                    Self.append(term, to: &text)
                }
            }
            text += " .\n".utf8
        }
        return text
    }

    private static func append(_ term: RDFTerm, to text: inout [UInt8]) {
        switch term {
        case .resource(let iri): text += "<\(iri)>".utf8
        case .text(let string, let language):
            append(quoted: string, to: &text)
            if let language { text += "@\(language)".utf8 }
        case .value(let string, let type):
            append(quoted: string, to: &text)
            text += "^^xsd:\(type)".utf8
        }
    }

    private static func append(quoted string: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): text += "\\\"".utf8
            case UInt8(ascii: "\\"): text += "\\\\".utf8
            case UInt8(ascii: "\n"): text += "\\n".utf8
            case UInt8(ascii: "\r"): text += "\\r".utf8
            case UInt8(ascii: "\t"): text += "\\t".utf8
            case 0..<0x20, 0x7F: text += ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}
