import JSON

extension CFPackage {
    /// The package as JSON-LD 1.1 in the words of CTDL-ASN and SKOS: the same bytes for the same package.
    ///
    /// Texts are language maps. The context stands in the text, so that nothing has to be fetched.
    public func jsonLD(isPretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter()
        let resources = FrameworkGraph.resources(self)
        writer.object { writer in
            writer.key("@context")
            Self.writeContext(resources, to: &writer)
            writer.member(
                "@graph",
                array: { writer in
                    for resource in resources { Self.write(resource, to: &writer) }
                })
        }
        return isPretty ? PrettyJSON.text(writer.bytes) : writer.bytes
    }

    private static func writeContext(_ resources: [RDFResource], to writer: inout JSONWriter) {
        let used = Set(resources.flatMap { $0.statements.map(\.property) })
        writer.object { writer in
            writer.member("@version", raw: "1.1".utf8)
            for (prefix, iri) in Vocabulary.prefixes { writer.member(prefix, string: iri) }
            for property in used.sorted() {
                if Vocabulary.texts.contains(property) {
                    writer.member(
                        property,
                        object: { writer in
                            writer.member("@id", string: property)
                            writer.member("@container", string: "@language")
                        })
                } else if Vocabulary.links.contains(property) {
                    writer.member(
                        property,
                        object: { writer in
                            writer.member("@id", string: property)
                            writer.member("@type", string: "@id")
                        })
                }
            }
        }
    }

    private static func write(_ resource: RDFResource, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("@id", string: resource.iri)
            writer.member("@type", array: { writer in for type in resource.types { writer.string(type) } })
            for (property, terms) in resource.statements {
                writer.key(property)
                if Vocabulary.texts.contains(property) {
                    writeTexts(terms, to: &writer)
                } else if terms.count == 1 {
                    write(terms[0], to: &writer)
                } else {
                    writer.array { writer in for term in terms { write(term, to: &writer) } }
                }
            }
        }
    }

    /// A language map.
    private static func writeTexts(_ terms: [RDFTerm], to writer: inout JSONWriter) {
        var languages: [String] = []
        var texts: [String: [String]] = [:]
        for case .text(let text, let language) in terms {
            let tag = language ?? "@none"
            if texts[tag] == nil { languages.append(tag) }
            texts[tag, default: []].append(text)
        }
        writer.object { writer in
            for language in languages {
                writer.key(language)
                let texts = texts[language] ?? []
                if texts.count == 1 {
                    writer.string(texts[0])
                } else {
                    writer.array { writer in for text in texts { writer.string(text) } }
                }
            }
        }
    }

    private static func write(_ term: RDFTerm, to writer: inout JSONWriter) {
        switch term {
        case .resource(let iri): writer.string(iri)
        case .text(let text, _): writer.string(text)
        case .value(let text, let type):
            writer.object { writer in
                writer.member("@value", string: text)
                writer.member("@type", string: "xsd:\(type)")
            }
        }
    }
}
