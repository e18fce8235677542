/// Which of the members that the store can supply were sent by the client.
public struct SentMembers: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// A set of members by its bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// `id` was sent.
    public static let id = SentMembers(rawValue: 1)
    /// `timestamp` was sent.
    public static let timestamp = SentMembers(rawValue: 2)
    /// `version` was sent.
    public static let version = SentMembers(rawValue: 4)
    /// `stored` was sent; it is cut out of the payload.
    public static let stored = SentMembers(rawValue: 8)
    /// `authority` was sent; it is cut out of the payload.
    public static let authority = SentMembers(rawValue: 16)
}
