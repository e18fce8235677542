/// A level of a ``CFRubricCriterion``.
public struct CFRubricCriterionLevel: Sendable, Hashable {
    /// The identifier: a UUID in lower case.
    public var identifier: String
    /// Where the level is.
    public var uri: String
    /// What is shown at this level.
    public var description: String?
    /// What the level is called.
    public var quality: String?
    /// What it counts.
    public var score: ExactNumber?
    /// What is said to who has reached it.
    public var feedback: String?
    /// Its place in the criterion.
    public var position: ExactNumber?
    /// The identifier of its criterion.
    public var rubricCriterionId: String?
    /// When the level was last changed: date and time as text.
    public var lastChangeDateTime: String
    /// Members beyond CASE's own (CASE 1.1, which has them in an array here).
    public var extensions: Extensions

    /// A level of a ``CFRubricCriterion``.
    public init(
        identifier: String, uri: String, description: String? = nil, quality: String? = nil,
        score: ExactNumber? = nil, feedback: String? = nil, position: ExactNumber? = nil,
        rubricCriterionId: String? = nil, lastChangeDateTime: String, extensions: Extensions = [:]
    ) {
        self.identifier = identifier
        self.uri = uri
        self.description = description
        self.quality = quality
        self.score = score
        self.feedback = feedback
        self.position = position
        self.rubricCriterionId = rubricCriterionId
        self.lastChangeDateTime = lastChangeDateTime
        self.extensions = extensions
    }
}

extension CFRubricCriterionLevel: CASEClass {
    init() { self.init(identifier: "", uri: "", lastChangeDateTime: "") }

    static let table = MemberTable<CFRubricCriterionLevel>([
        .required("identifier", \.identifier, .identifier),
        .required("uri", \.uri, .uri),
        .optional("description", \.description, .text),
        .optional("quality", \.quality, .text),
        .optional("score", \.score, .number),
        .optional("feedback", \.feedback, .text),
        .optional("position", \.position, .integer),
        .optional("rubricCriterionId", \.rubricCriterionId, .identifier),
        .required("lastChangeDateTime", \.lastChangeDateTime, .dateTime),
        .extensions(\.extensions, .extensionList),
    ])
}
