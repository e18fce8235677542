/// A criterion of a ``CFRubric``.
public struct CFRubricCriterion: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// Where the criterion is.
    public var uri: String
    /// The group it belongs to.
    public var category: String?
    /// What is looked at.
    public var description: String?
    /// The item it is about.
    public var itemURI: LinkURI?
    /// How much it counts.
    public var weight: ExactNumber?
    /// Its place in the rubric.
    public var position: ExactNumber?
    /// The identifier of its rubric.
    public var rubricId: String?
    /// When the criterion was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Its levels.
    public var levels: [CFRubricCriterionLevel]
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions

    /// A criterion of a ``CFRubric``.
    public init(
        identifier: String, uri: String, category: String? = nil, description: String? = nil, itemURI: LinkURI? = nil,
        weight: ExactNumber? = nil, position: ExactNumber? = nil, rubricId: String? = nil, lastChangeDateTime: String,
        levels: [CFRubricCriterionLevel] = [], extensions: Extensions = [:]
    ) {
        self.identifier = identifier
        self.uri = uri
        self.category = category
        self.description = description
        self.itemURI = itemURI
        self.weight = weight
        self.position = position
        self.rubricId = rubricId
        self.lastChangeDateTime = lastChangeDateTime
        self.levels = levels
        self.extensions = extensions
    }
}

extension CFRubricCriterion: CASEClass {
    init() { self.init(identifier: "", uri: "", lastChangeDateTime: "") }

    static let table = MemberTable<CFRubricCriterion>([
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
        .optional("category", \.category, .text),
        .optional("description", \.description, .text),
        .optional("CFItemURI", \.itemURI, .link),
        .optional("weight", \.weight, .number),
        .optional("position", \.position, .integer),
        .optional("rubricId", \.rubricId, .identifier),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .list("CFRubricCriterionLevels", \.levels, .list(of: .object)),
        .extensions(\.extensions),
    ])
}
