/// A subject that documents and items name.
public struct CFSubject: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// Where the subject is.
    public var uri: String
    /// What it is called.
    public var title: String
    /// Its place in a hierarchy.
    public var hierarchyCode: String
    /// What it means.
    public var description: String?
    /// When the subject was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions

    /// A subject that documents and items name.
    public init(
        identifier: String, uri: String, title: String, hierarchyCode: String, description: String? = nil,
        lastChangeDateTime: String, extensions: Extensions = [:]
    ) {
        self.identifier = identifier
        self.uri = uri
        self.title = title
        self.hierarchyCode = hierarchyCode
        self.description = description
        self.lastChangeDateTime = lastChangeDateTime
        self.extensions = extensions
    }
}

extension CFSubject: CASEClass {
    init() { self.init(identifier: "", uri: "", title: "", hierarchyCode: "", lastChangeDateTime: "") }

    static let table = MemberTable<CFSubject>([
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
        .required("title", \.title, .text),
        .expected("hierarchyCode", \.hierarchyCode, .text),
        .optional("description", \.description, .text),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .extensions(\.extensions),
    ])
}
