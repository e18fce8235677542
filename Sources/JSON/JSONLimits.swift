/// What a text may at most be before it is refused.
public struct JSONLimits: Sendable {
    /// How deep arrays and objects may be nested.
    public var maximumDepth: Int
    /// How many bytes the text may have; never more than 2³¹ − 1.
    public var maximumBytes: Int
    /// Whether numbers must have a magnitude that a double can have, and at most 1,000 characters.
    ///
    /// What is beyond has no canonical form (RFC 8785), and PostgreSQL's `jsonb` and `numeric` refuse it at some length.
    public var boundsNumbers: Bool
    /// Whether texts may have the character U+0000, as an escape; PostgreSQL can't hold it.
    public var acceptsNUL: Bool

    /// Sets the limits; the defaults suit a request's body.
    public init(
        maximumDepth: Int = 64, maximumBytes: Int = Int(Int32.max), boundsNumbers: Bool = false,
        acceptsNUL: Bool = false
    ) {
        self.maximumDepth = maximumDepth
        self.maximumBytes = min(maximumBytes, Int(Int32.max))
        self.boundsNumbers = boundsNumbers
        self.acceptsNUL = acceptsNUL
    }
}
