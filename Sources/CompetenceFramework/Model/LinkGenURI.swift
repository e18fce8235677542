/// An end of an association: an object of CASE, or a node of something else such as ESCO.
public struct LinkGenURI: Sendable, Hashable {
    /// What the node is called.
    public var title: String
    /// The node's identifier: a UUID in lower case where CASE is the target, any text elsewhere.
    public var identifier: String
    /// Where the node is.
    public var uri: String
    /// What the node belongs to: absent or `CASE`, or `ext:` and a name such as `ext:esco` (CASE 1.1).
    public var targetType: String?

    /// An end of an association.
    public init(title: String, identifier: String, uri: String, targetType: String? = nil) {
        self.title = title
        self.identifier = identifier
        self.uri = uri
        self.targetType = targetType
    }

    /// Whether the node is an object of CASE.
    public var isCASE: Bool { targetType == nil || targetType == "CASE" }
}

extension LinkGenURI: CASEClass {
    init() { self.init(title: "", identifier: "", uri: "") }

    static let table = MemberTable<LinkGenURI>([
        .expected("title", \.title, .text),
        .required("identifier", \.identifier, .nodeIdentifier),
        .required("uri", \.uri, .uri),
        .optional("targetType", \.targetType, .targetType, since: .v1p1),
    ])
}
