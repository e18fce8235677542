/// The outcome a statement reports; numbers as exact decimal text.
public struct StatementResult: Sendable, Hashable {
    /// `score.scaled`, −1 to 1, with the digits received.
    public var scaled: String?
    /// `score.raw`, with the digits received.
    public var raw: String?
    /// `score.min`, with the digits received.
    public var min: String?
    /// `score.max`, with the digits received.
    public var max: String?
    /// Whether the attempt was successful.
    public var success: Bool?
    /// Whether the activity was completed.
    public var completion: Bool?
    /// The response.
    public var response: String?
    /// How long it took.
    public var duration: StatementDuration?

    /// A result without content.
    public init() {}
}
