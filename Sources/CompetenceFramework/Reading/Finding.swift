import JSON

/// What is wrong, or worth knowing, at one place of a package.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// The place: a JSON Pointer (RFC 6901) into the package's text; empty for the whole.
    public let pointer: String
    /// The rule.
    public let rule: CASERule
    /// What is wrong, in words.
    public let reason: String

    /// What is found at a place.
    public init(pointer: String, rule: CASERule, reason: String) {
        self.pointer = pointer
        self.rule = rule
        self.reason = reason
    }

    /// Everything in one line.
    public var description: String { "\(pointer.isEmpty ? "top level" : pointer): \(reason) (\(rule.id))" }
}

extension Finding {
    /// Why a text is no JSON.
    init(_ error: JSONError) {
        self.init(
            pointer: error.pointer, rule: CASERule(id: error.rule.id, text: error.rule.text),
            reason: "\(error.reason) (line \(error.line), column \(error.column))")
    }
}
