/// The kinds of a JSON value.
@frozen
public enum JSONKind: UInt8, Sendable, Equatable {
    /// An object: members in the order in which they were received.
    case object
    /// An array.
    case array
    /// A string.
    case string
    /// A number; its digits are kept as received.
    case number
    /// `true` or `false`.
    case boolean
    /// `null`.
    case null
}
