/// An Activity a statement mentions, and where.
public struct RelatedActivity: Sendable, Hashable {
    /// Where an Activity stands; the raw values are the storage's names.
    public enum Role: String, Sendable, CaseIterable {
        /// The statement's object.
        case object
        /// `contextActivities.parent`.
        case parent
        /// `contextActivities.grouping`.
        case grouping
        /// `contextActivities.category`.
        case category
        /// `contextActivities.other`.
        case other
        /// The object of the sub-statement.
        case subObject = "subobject"
        /// `contextActivities.parent` of the sub-statement.
        case subParent = "subparent"
        /// `contextActivities.grouping` of the sub-statement.
        case subGrouping = "subgrouping"
        /// `contextActivities.category` of the sub-statement.
        case subCategory = "subcategory"
        /// `contextActivities.other` of the sub-statement.
        case subOther = "subother"
    }

    /// The Activity's IRI, as spelled.
    public let iri: String
    /// Where it stands.
    public let role: Role
    /// `definition.type`, if sent.
    public let type: String?
    /// The `definition` exactly as received, if sent.
    public let definition: [UInt8]?

    /// A mention of an Activity.
    public init(iri: String, role: Role, type: String? = nil, definition: [UInt8]? = nil) {
        self.iri = iri
        self.role = role
        self.type = type
        self.definition = definition
    }
}
