/// One way in which statements of a profile are built (xAPI Profiles 1.0 §8).
///
/// The determining properties tell which statements are meant; the rules, what these must have.
public struct ProfileTemplate: Sendable {
    /// The template's IRI.
    public let id: String
    /// Its names.
    public let prefLabel: LanguageMap
    /// What it is for.
    public let definition: LanguageMap
    /// Whether it is not to be used any more.
    public let isDeprecated: Bool
    /// The verb of its statements.
    public let verb: String?
    /// The type of the object.
    public let objectActivityType: String?
    /// Types that are among `contextActivities.grouping`.
    public let contextGroupingActivityType: [String]
    /// Types that are among `contextActivities.parent`.
    public let contextParentActivityType: [String]
    /// Types that are among `contextActivities.other`.
    public let contextOtherActivityType: [String]
    /// Types that are among `contextActivities.category`.
    public let contextCategoryActivityType: [String]
    /// Usage types that are among the attachments.
    public let attachmentUsageType: [String]
    /// What its statements must have.
    ///
    /// Rules that the template implies, such as that the object is a StatementRef, come after those that the document
    /// spells out.
    public let rules: [ProfileRule]
    /// The template exactly as the document has it.
    public let json: [UInt8]
}
