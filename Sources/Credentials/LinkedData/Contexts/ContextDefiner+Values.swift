/// How the values of a term are taken.
extension ContextDefiner {
    /// Reads the container of a term.
    mutating func defineContainer(
        _ entries: LinkedDataMap, _ term: inout TermDefinition, _ name: RDFText
    ) throws(LinkedDataError) {
        if let value = entries[.container] {
            term.container = try container(value, name)
            if term.container.contains(.type) {
                if term.type == nil { term.type = .id }
                guard term.type == .id || term.type == .vocab else {
                    throw LinkedDataError(.invalidTypeMapping, "@type of “\(name)” has to be @id or @vocab.")
                }
            }
        }
        try defineIndex(entries, &term, name)
    }

    /// Reads the property that the index of a term's container becomes.
    mutating func defineIndex(
        _ entries: LinkedDataMap, _ term: inout TermDefinition, _ name: RDFText
    ) throws(LinkedDataError) {
        guard let index = entries[.index] else { return }
        guard term.container.contains(.index), let text = index.text, let iri = try expand(text), IRI.hasForm(iri)
        else {
            throw LinkedDataError(
                .invalidTermDefinition, "@index of “\(name)” has to be an IRI beside the container @index.")
        }
        term.index = text
    }

    private func container(
        _ value: LinkedDataValue, _ name: RDFText
    ) throws(LinkedDataError) -> TermDefinition.Container {
        var container: TermDefinition.Container = []
        for element in value.elements {
            switch element.text.flatMap({ Keyword($0) }) {
            case .graph: container.insert(.graph)
            case .id: container.insert(.id)
            case .index: container.insert(.index)
            case .language: container.insert(.language)
            case .list: container.insert(.list)
            case .set: container.insert(.set)
            case .type: container.insert(.type)
            default: throw LinkedDataError(.invalidContainerMapping, "@container of “\(name)” is unknown.")
            }
        }
        let others = container.subtracting(.set)
        let isOne = others.rawValue.nonzeroBitCount <= 1 && !container.isEmpty
        let isGraphMap = others == [.graph, .id] || others == [.graph, .index]
        guard isOne || isGraphMap, !container.isSuperset(of: [.list, .set]) else {
            throw LinkedDataError(.invalidContainerMapping, "@container of “\(name)” has what excludes each other.")
        }
        return container
    }

    /// Reads the context of a term, and looks it through.
    func defineScope(
        _ entries: LinkedDataMap, _ term: inout TermDefinition, _ name: RDFText
    ) throws(LinkedDataError) {
        guard let value = entries[.context] else { return }
        let scoped = LocalContext(value, base: origin.base, isFixed: origin.isFixed)
        let nested = ContextProcessor.Rules(
            overridesProtected: true, validatesScoped: false, remote: rules.remote, depth: rules.depth + 1)
        do throws(LinkedDataError) {
            _ = try processor.process(scoped, in: ActiveContext(state, isFixed: false), rules: nested)
        } catch {
            if error.code == .contextOverflow { throw error }
            throw LinkedDataError(.invalidScopedContext, "@context of “\(name)”: \(error.message)")
        }
        term.scoped = scoped
    }

    /// Reads the language and direction of a term, and where it may be nested.
    func defineText(
        _ entries: LinkedDataMap, _ term: inout TermDefinition, _ name: RDFText
    ) throws(LinkedDataError) {
        if let language = entries[.language], !entries.has(.type) {
            switch language {
            case .null: term.language = .null
            case .string(let text): term.language = .value(text)
            default:
                throw LinkedDataError(.invalidLanguageMapping, "@language of “\(name)” has to be null or a tag.")
            }
        }
        if let direction = entries[.direction], !entries.has(.type) {
            term.direction = try Self.direction(direction).map { .value($0) } ?? .null
        }
        guard let nest = entries[.nest] else { return }
        guard let text = nest.text, text == Keyword.nest.text || Keyword(text) == nil else {
            throw LinkedDataError(.invalidNest, "@nest of “\(name)” has to be @nest or a term.")
        }
        term.nest = text
    }
}
