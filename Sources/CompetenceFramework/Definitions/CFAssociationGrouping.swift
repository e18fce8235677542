/// A group of associations.
public struct CFAssociationGrouping: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// Where the group is.
    public var uri: String
    /// What it is called.
    public var title: String
    /// What it means.
    public var description: String?
    /// When the group was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions

    /// A group of associations.
    public init(
        identifier: String, uri: String, title: String, description: String? = nil, lastChangeDateTime: String,
        extensions: Extensions = [:]
    ) {
        self.identifier = identifier
        self.uri = uri
        self.title = title
        self.description = description
        self.lastChangeDateTime = lastChangeDateTime
        self.extensions = extensions
    }
}

extension CFAssociationGrouping: CASEClass {
    init() { self.init(identifier: "", uri: "", title: "", lastChangeDateTime: "") }

    static let table = MemberTable<CFAssociationGrouping>([
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
        .required("title", \.title, .text),
        .optional("description", \.description, .text),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .extensions(\.extensions),
    ])
}
