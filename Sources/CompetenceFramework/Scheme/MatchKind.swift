/// How well an item fits what it is aligned to.
public enum MatchKind: String, Sendable, Hashable, CaseIterable {
    /// Both say the same.
    case exact
    /// Both say nearly the same.
    case close
    /// The other says more.
    case broad
    /// The other says less.
    case narrow
    /// They have to do with each other.
    case related
}
