/// What two items, or an item and something else, have to do with each other.
public struct CFAssociation: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// What it says of its ends.
    public var associationType: AssociationType
    /// Its place among its like.
    public var sequenceNumber: ExactNumber?
    /// Where the association is.
    public var uri: String
    /// From where it leads.
    public var originNodeURI: LinkGenURI
    /// Where it leads to.
    public var destinationNodeURI: LinkGenURI
    /// The group it belongs to.
    public var groupingURI: LinkURI?
    /// When the association was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Remarks (CASE 1.1).
    public var notes: String?
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions
    /// The document it belongs to; only outside a package.
    public var documentURI: LinkURI?

    /// What two items, or an item and something else, have to do with each other.
    public init(
        identifier: String, associationType: AssociationType, sequenceNumber: ExactNumber? = nil, uri: String,
        originNodeURI: LinkGenURI, destinationNodeURI: LinkGenURI, groupingURI: LinkURI? = nil,
        lastChangeDateTime: String, notes: String? = nil, extensions: Extensions = [:], documentURI: LinkURI? = nil
    ) {
        self.identifier = identifier
        self.associationType = associationType
        self.sequenceNumber = sequenceNumber
        self.uri = uri
        self.originNodeURI = originNodeURI
        self.destinationNodeURI = destinationNodeURI
        self.groupingURI = groupingURI
        self.lastChangeDateTime = lastChangeDateTime
        self.notes = notes
        self.extensions = extensions
        self.documentURI = documentURI
    }
}

extension CFAssociation: CASEClass {
    init() {
        self.init(
            identifier: "", associationType: .isRelatedTo, uri: "", originNodeURI: LinkGenURI(),
            destinationNodeURI: LinkGenURI(), lastChangeDateTime: "")
    }

    static let table = MemberTable<CFAssociation>([
        .required("identifier", \.identifier, .identifier),
        .required("associationType", \.associationType, .associationType),
        .optional("sequenceNumber", \.sequenceNumber, .integer),
        .required("uri", \.uri, .uri),
        .required("originNodeURI", \.originNodeURI, .object),
        .required("destinationNodeURI", \.destinationNodeURI, .object),
        .optional("CFAssociationGroupingURI", \.groupingURI, .link),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .optional("notes", \.notes, .text, since: .v1p1),
        .extensions(\.extensions),
        .optional("CFDocumentURI", \.documentURI, .link, isStandalone: true),
    ])
}
