/// What a statement of linked data says of a resource.
enum RDFTerm: Hashable {
    /// Another resource.
    case resource(String)
    /// A text in a language; nil where the language is not known.
    case text(String, language: String?)
    /// A value of a type of XML Schema, by its short name such as `date`.
    case value(String, type: String)
}

/// A resource with what is said of it, under the short names of ``Vocabulary``.
struct RDFResource {
    let iri: String
    let types: [String]
    private(set) var statements: [(property: String, terms: [RDFTerm])] = []

    init(_ iri: String, types: [String]) {
        self.iri = iri
        self.types = types
    }

    /// Says something once.
    mutating func add(_ property: String, _ terms: [RDFTerm]) {
        let position = statements.firstIndex { $0.property == property }
        var known = position.map { statements[$0].terms } ?? []
        var seen = Set(known)
        for term in terms where seen.insert(term).inserted { known.append(term) }
        guard !known.isEmpty else { return }
        if let position {
            statements[position].terms = known
        } else {
            statements.append((property, known))
        }
    }

    mutating func add(_ property: String, resource iri: String?) {
        if let iri { add(property, [.resource(IRIText.safe(iri))]) }
    }

    /// Names other resources.
    mutating func add(_ property: String, resources iris: [String]) {
        add(property, iris.map { .resource(IRIText.safe($0)) })
    }

    /// Says a plain text.
    mutating func add(_ property: String, text: String?) {
        if let text { add(property, [.text(text, language: nil)]) }
    }

    /// Says a date, or a date with a time.
    mutating func add(_ property: String, date: String?) {
        guard let date else { return }
        let isDateTime = date.utf8.count > 10 && date.utf8.dropFirst(10).first == UInt8(ascii: "T")
        let isDate = DateText.isDate(date)
        add(
            property,
            [isDate || isDateTime ? .value(date, type: isDate ? "date" : "dateTime") : .text(date, language: nil)])
    }
}

/// IRIs as texts.
enum IRIText {
    /// The IRI with what no IRI can have percent-encoded.
    static func safe(_ text: String) -> String {
        guard text.utf8.contains(where: isForbidden) else { return text }
        var safe: [UInt8] = []
        for byte in text.utf8 {
            guard isForbidden(byte) else {
                safe.append(byte)
                continue
            }
            let digits = String(byte, radix: 16, uppercase: true)
            safe += ("%" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8
        }
        return String(decoding: safe, as: UTF8.self)
    }

    private static func isForbidden(_ byte: UInt8) -> Bool { byte <= 0x20 || "<>\"{}|\\^`".utf8.contains(byte) }
}
