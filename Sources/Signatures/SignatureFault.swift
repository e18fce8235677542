public import XAPI

/// Why a signature is no signature of its statement: such a statement is refused (xAPI-Data 2.6).
public struct SignatureFault: Error, Sendable, Equatable {
    /// The rule that is broken.
    public let rule: Rule
    /// What is wrong, in words.
    public let reason: String

    /// Says why.
    public init(_ rule: Rule, _ reason: String) {
        self.rule = rule
        self.reason = reason
    }
}
