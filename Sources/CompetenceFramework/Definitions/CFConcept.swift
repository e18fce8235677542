/// A concept that items name.
public struct CFConcept: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// Where the concept is.
    public var uri: String
    /// What it is called.
    public var title: String
    /// Keywords, separated by `|`.
    public var keywords: String?
    /// Its place in a hierarchy.
    public var hierarchyCode: String
    /// What it means.
    public var description: String?
    /// When the concept was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions

    /// A concept that items name.
    public init(
        identifier: String, uri: String, title: String, keywords: String? = nil, hierarchyCode: String,
        description: String? = nil, lastChangeDateTime: String, extensions: Extensions = [:]
    ) {
        self.identifier = identifier
        self.uri = uri
        self.title = title
        self.keywords = keywords
        self.hierarchyCode = hierarchyCode
        self.description = description
        self.lastChangeDateTime = lastChangeDateTime
        self.extensions = extensions
    }
}

extension CFConcept: CASEClass {
    init() { self.init(identifier: "", uri: "", title: "", hierarchyCode: "", lastChangeDateTime: "") }

    static let table = MemberTable<CFConcept>([
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
        .required("title", \.title, .text),
        .optional("keywords", \.keywords, .text),
        .expected("hierarchyCode", \.hierarchyCode, .text),
        .optional("description", \.description, .text),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .extensions(\.extensions),
    ])
}
