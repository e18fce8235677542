/// A link to an object of CASE.
public struct LinkURI: Sendable, Hashable {
    /// What the object is called.
    public var title: String
    /// The object's identifier: a UUID in lower case.
    public var identifier: String
    /// Where the object is.
    public var uri: String

    /// A link to an object of CASE.
    public init(title: String, identifier: String, uri: String) {
        self.title = title
        self.identifier = identifier
        self.uri = uri
    }
}

extension LinkURI: CASEClass {
    init() { self.init(title: "", identifier: "", uri: "") }

    static let table = MemberTable<LinkURI>([
        .expected("title", \.title, .text),
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
    ])
}
