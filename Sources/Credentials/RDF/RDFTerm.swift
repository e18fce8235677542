/// A term of a graph.
package enum RDFTerm: Hashable, Sendable {
    /// A thing by its IRI, without brackets.
    case iri(RDFText)
    /// A thing without a name of its own, by a label that means nothing outside the dataset; without `_:`.
    case blank(RDFText)
    /// A value.
    case literal(RDFLiteral)
}

/// A value in a graph: its text and what kind of text that is.
package struct RDFLiteral: Hashable, Sendable {
    /// The text.
    package let lexical: RDFText
    /// The IRI of the datatype; `rdf:langString` where there is a language.
    package let datatype: RDFText
    /// The language tag, of texts in a language.
    package let language: RDFText?

    /// A value of a datatype.
    package init(_ lexical: RDFText, datatype: RDFText = Self.string) {
        self.lexical = lexical
        self.datatype = datatype
        language = nil
    }

    /// A text in a language.
    package init(_ lexical: RDFText, language: RDFText) {
        self.lexical = lexical
        self.language = language
        datatype = Self.langString
    }

    /// The datatype of plain texts.
    package static let string: RDFText = "http://www.w3.org/2001/XMLSchema#string"
    /// The datatype of texts in a language.
    package static let langString: RDFText = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
}
