/// A kind of items.
public struct CFItemType: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// Where the kind is.
    public var uri: String
    /// What it is called.
    public var title: String
    /// What it means.
    public var description: String
    /// Its place in a hierarchy.
    public var hierarchyCode: String
    /// A short code.
    public var typeCode: String?
    /// When the kind was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions

    /// A kind of items.
    public init(
        identifier: String, uri: String, title: String, description: String, hierarchyCode: String,
        typeCode: String? = nil, lastChangeDateTime: String, extensions: Extensions = [:]
    ) {
        self.identifier = identifier
        self.uri = uri
        self.title = title
        self.description = description
        self.hierarchyCode = hierarchyCode
        self.typeCode = typeCode
        self.lastChangeDateTime = lastChangeDateTime
        self.extensions = extensions
    }
}

extension CFItemType: CASEClass {
    init() {
        self.init(
            identifier: "", uri: "", title: "", description: "", hierarchyCode: "", lastChangeDateTime: "")
    }

    static let table = MemberTable<CFItemType>([
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
        .required("title", \.title, .text),
        .expected("description", \.description, .text),
        .expected("hierarchyCode", \.hierarchyCode, .text),
        .optional("typeCode", \.typeCode, .text),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .extensions(\.extensions),
    ])
}
