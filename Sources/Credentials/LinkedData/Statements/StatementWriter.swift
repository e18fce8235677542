/// Writes the statements of expanded documents (JSON-LD 1.1 API, Deserialize JSON-LD to RDF).
struct StatementWriter {
    let isStrict: Bool
    let direction: LinkedDataOptions.Direction?
    var dataset = RDFDataset()
    private var labels: [RDFText: RDFText] = [:]
    private var issued = 0
    private var indexes: [Place: LinkedDataValue] = [:]

    /// Where statements go.
    enum Target: Hashable {
        case graph(RDFTerm?)
        /// Nowhere, since the graph's name is no IRI.
        case nowhere
    }

    private struct Place: Hashable {
        let node: RDFTerm
        let target: Target
    }

    init(isStrict: Bool, direction: LinkedDataOptions.Direction?) {
        self.isStrict = isStrict
        self.direction = direction
    }

    /// The statements of an expanded document.
    mutating func dataset(of document: [LinkedDataValue]) throws(LinkedDataError) -> RDFDataset {
        for node in document {
            if case .object(let map) = node { _ = try write(map, to: .graph(nil)) }
        }
        return dataset
    }

    /// Writes what a node states, and gives its name; none when that is no IRI.
    mutating func write(_ node: LinkedDataMap, to target: Target) throws(LinkedDataError) -> RDFTerm? {
        let subject = try name(of: node)
        if let index = node[.index], let subject {
            let old = indexes.updateValue(index, forKey: Place(node: subject, target: target))
            guard old == nil || old == index else {
                throw LinkedDataError(.conflictingIndexes, "An object has two different indexes.")
            }
        }
        for (key, value) in node.members {
            if let keyword = Keyword(key) {
                try write(keyword, value, of: subject, to: target)
                continue
            }
            guard IRI.isAbsolute(key) else {
                try lose("A property is no absolute IRI.")
                // What the values state by themselves stays.
                for value in value.elements { _ = try object(value, to: target) }
                continue
            }
            let predicate = RDFTerm.iri(key)
            for value in value.elements {
                let object = try object(value, to: target)
                add(subject, predicate, object, to: target)
            }
        }
        return subject
    }

    private mutating func write(
        _ keyword: Keyword, _ value: LinkedDataValue, of subject: RDFTerm?, to target: Target
    ) throws(LinkedDataError) {
        switch keyword {
        case .type:
            for type in value.elements {
                add(subject, Vocabulary.type, try reference(type.text, "A type"), to: target)
            }
        case .graph:
            let inner: Target = subject.map { .graph($0) } ?? .nowhere
            for case .object(let node) in value.elements { _ = try write(node, to: inner) }
        case .included:
            for case .object(let node) in value.elements { _ = try write(node, to: target) }
        case .reverse:
            for (key, nodes) in value.map?.members ?? LinkedDataMap().members {
                let isProperty = IRI.isAbsolute(key)
                if !isProperty { try lose("A property is no absolute IRI.") }
                for case .object(let node) in nodes.elements {
                    let other = try write(node, to: target)
                    if isProperty { add(other, .iri(key), subject, to: target) }
                }
            }
        default: return
        }
    }

    /// Adds a statement, if it has all its parts.
    mutating func add(_ subject: RDFTerm?, _ predicate: RDFTerm, _ object: RDFTerm?, to target: Target) {
        guard let subject, let object, case .graph(let graph) = target else { return }
        dataset.append(RDFQuad(subject, predicate, object, graph: graph))
    }

    private mutating func name(of node: LinkedDataMap) throws(LinkedDataError) -> RDFTerm? {
        guard let id = node[.id] else { return blank() }
        return try reference(id.text, "An identifier")
    }

    /// The term of an IRI or of a blank node's label; none when it is neither.
    mutating func reference(_ text: RDFText?, _ kind: String) throws(LinkedDataError) -> RDFTerm? {
        if let text {
            if IRI.isBlank(text) { return blank(text) }
            if IRI.isAbsolute(text) { return .iri(text) }
        }
        try lose("\(kind) is no absolute IRI.")
        return nil
    }

    /// A blank node of its own.
    mutating func blank() -> RDFTerm {
        defer { issued += 1 }
        return .blank(RDFText("b\(issued)"))
    }

    private mutating func blank(_ label: RDFText) -> RDFTerm {
        if let known = labels[label] { return .blank(known) }
        let new = RDFText("b\(issued)")
        issued += 1
        labels[label] = new
        return .blank(new)
    }

    /// Says that something would be lost, when nothing may be.
    func lose(_ message: @autoclosure () -> String) throws(LinkedDataError) {
        if isStrict { throw LinkedDataError(.dataLoss, message()) }
    }
}
