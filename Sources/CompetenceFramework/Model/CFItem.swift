/// A statement of a framework: an area, a competence, a level, a staff profile, or what others have in theirs.
public struct CFItem: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// The whole text.
    public var fullStatement: String
    /// Another word for what kind of item it is.
    public var alternativeLabel: String?
    /// What kind of item it is; see ``kind``.
    public var itemType: String?
    /// Where the item is.
    public var uri: String
    /// The code that people use for it, such as `A1`.
    public var humanCodingScheme: String?
    /// Its number in a printed list.
    public var listEnumeration: String?
    /// A shorter text.
    public var abbreviatedStatement: String?
    /// Keywords.
    public var conceptKeywords: [String]
    /// A concept, by link.
    public var conceptKeywordsURI: LinkURI?
    /// Remarks of the publisher.
    public var notes: String?
    /// Its subjects, by name (CASE 1.1).
    public var subject: [String]
    /// Its subjects, by link (CASE 1.1).
    public var subjectURI: [LinkURI]
    /// The language of its texts.
    public var language: String?
    /// Levels of education it is meant for.
    public var educationLevel: [String]
    /// What kind of item it is, by link.
    public var itemTypeURI: LinkURI?
    /// The licence it is under.
    public var licenseURI: LinkURI?
    /// From when it holds.
    public var statusStartDate: String?
    /// Until when it holds.
    public var statusEndDate: String?
    /// When the item was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions
    /// The document it belongs to; only outside a package.
    public var documentURI: LinkURI?

    /// A statement of a framework: an area, a competence, a level, a staff profile, or what others have in theirs.
    public init(
        identifier: String, fullStatement: String, alternativeLabel: String? = nil, itemType: String? = nil,
        uri: String, humanCodingScheme: String? = nil, listEnumeration: String? = nil,
        abbreviatedStatement: String? = nil, conceptKeywords: [String] = [], conceptKeywordsURI: LinkURI? = nil,
        notes: String? = nil, subject: [String] = [], subjectURI: [LinkURI] = [], language: String? = nil,
        educationLevel: [String] = [], itemTypeURI: LinkURI? = nil, licenseURI: LinkURI? = nil,
        statusStartDate: String? = nil, statusEndDate: String? = nil, lastChangeDateTime: String,
        extensions: Extensions = [:], documentURI: LinkURI? = nil
    ) {
        self.identifier = identifier
        self.fullStatement = fullStatement
        self.alternativeLabel = alternativeLabel
        self.itemType = itemType
        self.uri = uri
        self.humanCodingScheme = humanCodingScheme
        self.listEnumeration = listEnumeration
        self.abbreviatedStatement = abbreviatedStatement
        self.conceptKeywords = conceptKeywords
        self.conceptKeywordsURI = conceptKeywordsURI
        self.notes = notes
        self.subject = subject
        self.subjectURI = subjectURI
        self.language = language
        self.educationLevel = educationLevel
        self.itemTypeURI = itemTypeURI
        self.licenseURI = licenseURI
        self.statusStartDate = statusStartDate
        self.statusEndDate = statusEndDate
        self.lastChangeDateTime = lastChangeDateTime
        self.extensions = extensions
        self.documentURI = documentURI
    }
}

extension CFItem: CASEClass {
    init() { self.init(identifier: "", fullStatement: "", uri: "", lastChangeDateTime: "") }

    static let table = MemberTable<CFItem>([
        .required("identifier", \.identifier, .identifier),
        .required("fullStatement", \.fullStatement, .text),
        .optional("alternativeLabel", \.alternativeLabel, .text),
        .optional("CFItemType", \.itemType, .text),
        .required("uri", \.uri, .uri),
        .optional("humanCodingScheme", \.humanCodingScheme, .text),
        .optional("listEnumeration", \.listEnumeration, .text),
        .optional("abbreviatedStatement", \.abbreviatedStatement, .text),
        .list("conceptKeywords", \.conceptKeywords, .list(of: .text)),
        .optional("conceptKeywordsURI", \.conceptKeywordsURI, .link),
        .optional("notes", \.notes, .text),
        .list("subject", \.subject, .list(of: .text), since: .v1p1),
        .list("subjectURI", \.subjectURI, .list(of: .link), since: .v1p1),
        .optional("language", \.language, .text),
        .list("educationLevel", \.educationLevel, .list(of: .text)),
        .optional("CFItemTypeURI", \.itemTypeURI, .link),
        .optional("licenseURI", \.licenseURI, .link),
        .optional("statusStartDate", \.statusStartDate, .date),
        .optional("statusEndDate", \.statusEndDate, .date),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .extensions(\.extensions),
        .optional("CFDocumentURI", \.documentURI, .link, isStandalone: true),
    ])
}
