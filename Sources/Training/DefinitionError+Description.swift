extension DefinitionError: CustomStringConvertible {
    /// The field and the rule, and what to do about it.
    public var description: String { hint.map { "\(message) \($0)" } ?? message }
}
