/// One fault of a body of statements.
public struct Violation: Sendable, Equatable {
    /// The position of the statement in the batch; nil for a single statement or the body as a whole.
    public let index: Int?
    /// The JSON Pointer (RFC 6901) of the value at fault, from the statement's own top; of the body when `index` is nil.
    public let pointer: String
    /// The stable name of the broken rule.
    public let rule: String
    /// The requirement's number in ADL's conformance requirements, where there is one.
    public let requirement: String?
    /// What is wrong, in words.
    public let reason: String

    /// Describes a fault.
    public init(index: Int?, pointer: String, rule: String, requirement: String? = nil, reason: String) {
        self.index = index
        self.pointer = pointer
        self.rule = rule
        self.requirement = requirement
        self.reason = reason
    }
}
