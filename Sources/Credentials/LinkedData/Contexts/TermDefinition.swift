/// What a term of a context means.
struct TermDefinition: Sendable, Equatable {
    /// The IRI or keyword that the term stands for; none when it is to be ignored.
    var iri: RDFText?
    /// The keyword that the term stands for.
    var keyword: Keyword?
    var isPrefix = false
    var isProtected = false
    var isReverse = false
    var type: TypeMapping?
    var container: Container = []
    var language: Setting = .unset
    var direction: Setting = .unset
    /// The property that an index of the container becomes, as a term or IRI.
    var index: RDFText?
    /// The term of `@nest` under which the property may stand.
    var nest: RDFText?
    /// The context that holds for the term's values, or for objects of the type that the term is.
    var scoped: LocalContext?

    /// How values are taken.
    enum TypeMapping: Sendable, Equatable {
        case id, vocab, json, untyped
        case datatype(RDFText)
    }

    /// A choice that may be open, and may be for nothing.
    enum Setting: Sendable, Equatable {
        case unset, null
        case value(RDFText)

        /// The value, or another where the choice is open.
        func value(else other: RDFText?) -> RDFText? {
            switch self {
            case .unset: other
            case .null: nil
            case .value(let value): value
            }
        }
    }

    /// What holds the values of a property.
    struct Container: OptionSet, Sendable {
        let rawValue: UInt8
        static let graph = Self(rawValue: 1)
        static let id = Self(rawValue: 2)
        static let index = Self(rawValue: 4)
        static let language = Self(rawValue: 8)
        static let list = Self(rawValue: 16)
        static let set = Self(rawValue: 32)
        static let type = Self(rawValue: 64)
    }

    /// Whether this means the same as another but for being protected.
    func isSame(as other: TermDefinition) -> Bool {
        var copy = other
        copy.isProtected = isProtected
        return self == copy
    }
}
