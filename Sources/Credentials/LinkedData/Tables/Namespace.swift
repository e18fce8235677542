/// IRIs that begin alike, and terms for them.
///
/// ```swift
/// schema.terms("name", "description")                      // https://schema.org/name …
/// schema.terms("tag", as: "keywords", in: .set)            // another name than the IRI's
/// ob.scope("Image") { schema.terms("caption") }            // a type, within which terms hold
/// ```
struct Namespace: Sendable {
    /// What the IRIs begin with.
    let base: RDFText

    init(_ base: RDFText) { self.base = base }

    /// An IRI.
    func callAsFunction(_ name: RDFText) -> RDFText { RDFText(base.bytes + name.bytes) }

    /// Terms that are named as their IRIs end.
    func terms(
        _ names: RDFText..., type: RDFText? = nil, in container: Keyword? = nil
    ) -> [ContextTable.Term] {
        names.map { term($0, self($0), type, container, nil) }
    }

    /// A term that is named otherwise than its IRI ends.
    func terms(
        _ name: RDFText, as last: RDFText, type: RDFText? = nil, in container: Keyword? = nil
    ) -> [ContextTable.Term] {
        [term(name, self(last), type, container, nil)]
    }

    /// A type within whose objects, or a property within whose values, terms hold.
    func scope(
        _ name: RDFText, as last: RDFText? = nil, type: RDFText? = nil, hasAliases: Bool = true,
        isProtected: Bool = true, @ContextTable.TermList terms: () -> [ContextTable.Term]
    ) -> [ContextTable.Term] {
        let inner = terms() + (hasAliases ? ContextTable.Term.aliases : [])
        let context = ContextTable.Term.context(isProtected: isProtected, inner)
        return [term(name, self(last ?? name), type, nil, .object(context))]
    }

    /// A property within whose values no terms hold but those that they bring.
    func clearing(_ name: RDFText, type: RDFText, in container: Keyword) -> [ContextTable.Term] {
        [term(name, self(name), type, container, .null)]
    }

    /// A term that compact IRIs begin with.
    func prefix(_ name: RDFText) -> [ContextTable.Term] {
        [ContextTable.Term(name: name, definition: .string(base))]
    }

    private func term(
        _ name: RDFText, _ iri: RDFText, _ type: RDFText?, _ container: Keyword?, _ context: LinkedDataValue?
    ) -> ContextTable.Term {
        var map = LinkedDataMap()
        map[.id] = .string(iri)
        if let type { map[.type] = .string(type) }
        if let container { map[.container] = .string(container.text) }
        if let context { map[.context] = context }
        return ContextTable.Term(name: name, definition: .object(map))
    }
}

/// The namespaces of the contexts that are known.
extension Namespace {
    static let credentials = Self("https://www.w3.org/2018/credentials#")
    static let security = Self("https://w3id.org/security#")
    static let status = Self("https://www.w3.org/ns/credentials/status#")
    static let jwt = Self("https://www.iana.org/assignments/jwt#")
    static let jose = Self("https://www.iana.org/assignments/jose#")
    static let schema = Self("https://schema.org/")
    static let dublinCore = Self("http://purl.org/dc/terms/")
    static let openBadges = Self("https://purl.imsglobal.org/spec/vc/ob/vocab.html#")
    static let learnerRecord = Self("https://purl.imsglobal.org/spec/vc/clr/vocab.html#")
    static let xsd = Self("http://www.w3.org/2001/XMLSchema#")
    /// The datatypes as some contexts name them, with a scheme by which they are other IRIs.
    static let xsdByHTTPS = Self("https://www.w3.org/2001/XMLSchema#")
}

/// How values are taken, by the keywords.
extension RDFText {
    /// Texts are identifiers.
    static let reference: RDFText = "@id"
    /// Texts are terms.
    static let term: RDFText = "@vocab"
    /// Values mean themselves.
    static let json: RDFText = "@json"
    /// Texts in Multibase.
    static let multibase = Namespace.security("multibase")
    /// Points in time.
    static let dateTime = Namespace.xsd("dateTime")
}
