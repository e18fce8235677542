/// The kinds of items that the scheme gives a meaning.
public enum ItemKind: String, Sendable, Hashable, CaseIterable {
    /// A group of competences.
    case area = "Area"
    /// What people can be good at.
    case competence = "Competence"
    /// What is shown at one level of a competence.
    case level = "Level descriptor"
    /// A role, with a target level for each competence it needs.
    case profile = "Staff profile"
    /// Any other item.
    case other = ""

    /// The kind of a CASE item type; ``other`` when the scheme does not know it.
    public init(itemType: String?) {
        self = itemType.flatMap { ItemKind(rawValue: $0) } ?? .other
    }

    /// Whether the scheme knows the kind.
    public var isOfScheme: Bool { self != .other }
}
