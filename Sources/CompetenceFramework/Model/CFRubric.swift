/// A rubric: criteria, each with its levels.
public struct CFRubric: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// Where the rubric is.
    public var uri: String
    /// What it is called.
    public var title: String?
    /// What it is about.
    public var description: String?
    /// When the rubric was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Its criteria.
    public var criteria: [CFRubricCriterion]
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions

    /// A rubric: criteria, each with its levels.
    public init(
        identifier: String, uri: String, title: String? = nil, description: String? = nil, lastChangeDateTime: String,
        criteria: [CFRubricCriterion] = [], extensions: Extensions = [:]
    ) {
        self.identifier = identifier
        self.uri = uri
        self.title = title
        self.description = description
        self.lastChangeDateTime = lastChangeDateTime
        self.criteria = criteria
        self.extensions = extensions
    }
}

extension CFRubric: CASEClass {
    init() { self.init(identifier: "", uri: "", lastChangeDateTime: "") }

    static let table = MemberTable<CFRubric>([
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
        .optional("title", \.title, .text),
        .optional("description", \.description, .text),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .list("CFRubricCriteria", \.criteria, .list(of: .object)),
        .extensions(\.extensions),
    ])
}
