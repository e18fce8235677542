/// Where an item of a framework stands.
public struct ItemPlace: Sendable, Hashable {
    /// The framework's short name.
    public let code: String
    /// The framework's version.
    public let version: String
    /// What the item is.
    public let kind: FrameworkContent.Kind
    /// The item's code.
    public let item: String
    /// The code of a level's competence, and of a competence's area.
    public let parent: String?
}
