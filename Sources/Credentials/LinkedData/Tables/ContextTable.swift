/// The terms of a context that documents name by URL, written down by us and not fetched.
///
/// It means the same as the document that was published at the URL with this hash; a test compares them term by term.
package struct ContextTable: Sendable {
    /// The URL by which documents name the context.
    package let url: RDFText
    /// The SHA-256 of the published document, in hexadecimal.
    package let sha256: String
    /// The context.
    package let context: LocalContext

    /// A table of terms, which are protected unless they are open.
    init(_ url: RDFText, sha256: String, isProtected: Bool = true, @TermList terms: () -> [Term]) {
        self.url = url
        self.sha256 = sha256
        context = LocalContext(
            .object(Term.context(isProtected: isProtected, terms() + Term.aliases)), base: url, isFixed: true)
    }

    /// A table that makes a term of every name.
    init(_ url: RDFText, sha256: String, vocabulary: Namespace) {
        self.url = url
        self.sha256 = sha256
        var map = LinkedDataMap()
        map[.vocab] = .string(vocabulary.base)
        context = LocalContext(.object(map), base: url, isFixed: true)
    }

    /// One term of a table.
    struct Term {
        let name: RDFText
        let definition: LinkedDataValue

        /// `id` and `type`, which stand for the keywords.
        static let aliases = [
            Term(name: "id", definition: .string(Keyword.id.text)),
            Term(name: "type", definition: .string(Keyword.type.text)),
        ]

        static func context(isProtected: Bool, _ terms: [Term]) -> LinkedDataMap {
            var map = LinkedDataMap()
            if isProtected { map[.protected] = .boolean(true) }
            for term in terms { map[term.name] = term.definition }
            return map
        }
    }

    /// Puts terms one below the other.
    @resultBuilder
    enum TermList {
        static func buildExpression(_ terms: [Term]) -> [Term] { terms }
        static func buildBlock(_ terms: [Term]...) -> [Term] { terms.flatMap(\.self) }
    }
}
