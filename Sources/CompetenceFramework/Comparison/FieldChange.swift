/// A member whose value differs between two versions, with both values as JSON; nil where there is none.
public struct FieldChange: Sendable, Hashable {
    /// The member's name in CASE; of extensions the extension's, of translations `fullStatement@it`.
    public let field: String
    /// The value before.
    public let old: String?
    /// The value after.
    public let new: String?
}
