public import FoundationEssentials

/// A competence of a framework, with the whole scale of its levels.
public struct Competence: Hashable, Sendable {
    /// The competence's URI in the framework.
    public var uri: String
    /// The competence's identifier in CASE.
    public var identifier: UUID?
    /// The competence's code, such as `A1`.
    public var code: String
    /// The competence's name.
    public var name: String
    /// What the competence is, in a sentence.
    public var description: String?
    /// The framework that the competence belongs to.
    public var framework: FrameworkReference
    /// The levels of the competence, each once.
    public var levels: [CompetenceLevel]

    /// Describes a competence.
    public init(
        uri: String, identifier: UUID? = nil, code: String, name: String, description: String? = nil,
        framework: FrameworkReference, levels: [CompetenceLevel]
    ) {
        self.uri = uri
        self.identifier = identifier
        self.code = code
        self.name = name
        self.description = description
        self.framework = framework
        self.levels = levels
    }
}
