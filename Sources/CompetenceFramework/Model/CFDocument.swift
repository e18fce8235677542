/// A framework: title, publisher, version and status of what a ``CFPackage`` holds.
public struct CFDocument: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// Where the document is.
    public var uri: String
    /// What kind of framework it is (CASE 1.1).
    public var frameworkType: String?
    /// The version of CASE it says to follow (CASE 1.1).
    public var caseVersion: String?
    /// Who made it.
    public var creator: String
    /// What it is called.
    public var title: String
    /// When the document was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Where its official text is.
    public var officialSourceURL: String?
    /// Who publishes it.
    public var publisher: String?
    /// What it is about.
    public var description: String?
    /// Its subjects, by name.
    public var subject: [String]
    /// Its subjects, by link.
    public var subjectURI: [LinkURI]
    /// The language of its texts.
    public var language: String?
    /// Its version.
    public var version: String?
    /// `Private Draft`, `Draft`, `Adopted` or `Deprecated`.
    public var adoptionStatus: String?
    /// From when the status holds.
    public var statusStartDate: String?
    /// Until when the status holds.
    public var statusEndDate: String?
    /// The licence it is under.
    public var licenseURI: LinkURI?
    /// Remarks of its publisher.
    public var notes: String?
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions
    /// Where its package is; only outside a package.
    public var packageURI: LinkURI?

    /// A framework: title, publisher, version and status of what a ``CFPackage`` holds.
    public init(
        identifier: String, uri: String, frameworkType: String? = nil, caseVersion: String? = nil, creator: String,
        title: String, lastChangeDateTime: String, officialSourceURL: String? = nil, publisher: String? = nil,
        description: String? = nil, subject: [String] = [], subjectURI: [LinkURI] = [], language: String? = nil,
        version: String? = nil, adoptionStatus: String? = nil, statusStartDate: String? = nil,
        statusEndDate: String? = nil, licenseURI: LinkURI? = nil, notes: String? = nil, extensions: Extensions = [:],
        packageURI: LinkURI? = nil
    ) {
        self.identifier = identifier
        self.uri = uri
        self.frameworkType = frameworkType
        self.caseVersion = caseVersion
        self.creator = creator
        self.title = title
        self.lastChangeDateTime = lastChangeDateTime
        self.officialSourceURL = officialSourceURL
        self.publisher = publisher
        self.description = description
        self.subject = subject
        self.subjectURI = subjectURI
        self.language = language
        self.version = version
        self.adoptionStatus = adoptionStatus
        self.statusStartDate = statusStartDate
        self.statusEndDate = statusEndDate
        self.licenseURI = licenseURI
        self.notes = notes
        self.extensions = extensions
        self.packageURI = packageURI
    }
}

extension CFDocument: CASEClass {
    init() { self.init(identifier: "", uri: "", creator: "", title: "", lastChangeDateTime: "") }

    static let table = MemberTable<CFDocument>([
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
        .optional("frameworkType", \.frameworkType, .text, since: .v1p1),
        .optional("caseVersion", \.caseVersion, .caseVersion, since: .v1p1),
        .required("creator", \.creator, .text),
        .required("title", \.title, .text),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .optional("officialSourceURL", \.officialSourceURL, .address),
        .optional("publisher", \.publisher, .text),
        .optional("description", \.description, .text),
        .list("subject", \.subject, .list(of: .text)),
        .list("subjectURI", \.subjectURI, .list(of: .link)),
        .optional("language", \.language, .text),
        .optional("version", \.version, .text),
        .optional("adoptionStatus", \.adoptionStatus, .text),
        .optional("statusStartDate", \.statusStartDate, .date),
        .optional("statusEndDate", \.statusEndDate, .date),
        .optional("licenseURI", \.licenseURI, .link),
        .optional("notes", \.notes, .text),
        .extensions(\.extensions),
        .optional("CFPackageURI", \.packageURI, .link, isStandalone: true),
    ])
}
