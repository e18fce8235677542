/// Names that graphs of linked data are written with.
enum Vocabulary {
    static let type = rdf("type")
    static let first = rdf("first")
    static let rest = rdf("rest")
    static let `nil` = rdf("nil")
    static let value = rdf("value")
    static let language = rdf("language")
    static let direction = rdf("direction")
    static let json: RDFText = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON"
    static let boolean: RDFText = "http://www.w3.org/2001/XMLSchema#boolean"
    static let integer: RDFText = "http://www.w3.org/2001/XMLSchema#integer"
    static let double: RDFText = "http://www.w3.org/2001/XMLSchema#double"
    /// The beginning of datatypes that hold a language and a direction.
    static let i18n: RDFText = "https://www.w3.org/ns/i18n#"

    private static func rdf(_ name: String) -> RDFTerm {
        .iri(RDFText("http://www.w3.org/1999/02/22-rdf-syntax-ns#" + name))
    }
}
