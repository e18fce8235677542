/// A licence that documents and items are under.
public struct CFLicense: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// Where the licence is.
    public var uri: String
    /// What it is called.
    public var title: String
    /// What it means.
    public var description: String?
    /// The licence's text.
    public var licenseText: String
    /// When the licence was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions

    /// A licence that documents and items are under.
    public init(
        identifier: String, uri: String, title: String, description: String? = nil, licenseText: String,
        lastChangeDateTime: String, extensions: Extensions = [:]
    ) {
        self.identifier = identifier
        self.uri = uri
        self.title = title
        self.description = description
        self.licenseText = licenseText
        self.lastChangeDateTime = lastChangeDateTime
        self.extensions = extensions
    }
}

extension CFLicense: CASEClass {
    init() { self.init(identifier: "", uri: "", title: "", licenseText: "", lastChangeDateTime: "") }

    static let table = MemberTable<CFLicense>([
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
        .required("title", \.title, .text),
        .optional("description", \.description, .text),
        .expected("licenseText", \.licenseText, .text),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .extensions(\.extensions),
    ])
}
