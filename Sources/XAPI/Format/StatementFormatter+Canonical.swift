internal import JSON

extension StatementFormatter {
    /// The statement with the store's definitions, and one language of each map.
    func canonical(definitions: ActivityDefinitions, languages: LanguagePreference) -> [UInt8] {
        rewritten(
            Forms(
                actor: { document, node, writer in writer.raw(document.slice(node)) },
                verb: { document, node, writer in
                    Self.with(document, node, to: &writer) { name, value, writer in
                        guard name == "display" else { return false }
                        Self.oneLanguage(of: value, in: document, languages, to: &writer)
                        return true
                    }
                },
                activity: { document, node, writer in
                    let iri = document.member(node, .id).map { document.string($0) } ?? ""
                    let known = definitions[iri].flatMap { try? JSONDocument(parsing: $0) }
                    var hasDefinition = false
                    writer.object { writer in
                        document.forEachMember(node) { key, value in
                            let name = document.string(key)
                            if name == "definition" {
                                hasDefinition = true
                                writer.key(name)
                                Self.definition(known ?? document, known == nil ? value : 0, languages, to: &writer)
                            } else {
                                writer.member(name, raw: document.slice(value))
                            }
                        }
                        if !hasDefinition, let known {
                            writer.key("definition")
                            Self.definition(known, 0, languages, to: &writer)
                        }
                    }
                }))
    }

    /// The IRIs of all activities, each once.
    func activityIRIs() -> [String] {
        var iris: [String] = []
        _ = rewritten(
            Forms(
                actor: { _, _, writer in writer.null() },
                verb: { _, _, writer in writer.null() },
                activity: { document, node, writer in
                    writer.null()
                    guard let id = document.member(node, .id) else { return }
                    let iri = document.string(id)
                    if !iris.contains(where: { $0.utf8.elementsEqual(iri.utf8) }) { iris.append(iri) }
                }))
        return iris
    }

    /// A definition: its name and description, and those of its interaction's components, each in one language.
    private static func definition(
        _ document: JSONDocument, _ node: Int, _ languages: LanguagePreference, to writer: inout JSONWriter
    ) {
        with(document, node, to: &writer) { name, value, writer in
            switch name {
            case "name", "description":
                oneLanguage(of: value, in: document, languages, to: &writer)
            case "choices", "scale", "source", "target", "steps":
                guard document.kind(value) == .array else { return false }
                writer.array { writer in
                    document.forEachElement(value) { _, component in
                        with(document, component, to: &writer) { name, value, writer in
                            guard name == "description" else { return false }
                            oneLanguage(of: value, in: document, languages, to: &writer)
                            return true
                        }
                    }
                }
            default: return false
            }
            return true
        }
    }

    private static func oneLanguage(
        of node: Int, in document: JSONDocument, _ languages: LanguagePreference, to writer: inout JSONWriter
    ) {
        guard document.kind(node) == .object else { return writer.raw(document.slice(node)) }
        var tags: [String] = []
        document.forEachMember(node) { key, _ in tags.append(document.string(key)) }
        let best = languages.best(of: tags)
        writer.object { writer in
            document.forEachMember(node) { key, value in
                let tag = document.string(key)
                if tag == best { writer.member(tag, raw: document.slice(value)) }
            }
        }
    }

    private static func with(
        _ document: JSONDocument, _ node: Int, to writer: inout JSONWriter,
        _ body: (String, Int, inout JSONWriter) -> Bool
    ) {
        guard document.kind(node) == .object else { return writer.raw(document.slice(node)) }
        writer.object { writer in
            document.forEachMember(node) { key, value in
                let name = document.string(key)
                writer.key(name)
                if !body(name, value, &writer) { writer.raw(document.slice(value)) }
            }
        }
    }
}
