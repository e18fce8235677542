/// One requirement of the specification on statements, under a name that never changes.
///
/// All rules stand in ``Rule/all``, so that a table of them can be printed.
public struct Rule: Sendable, Hashable, CustomStringConvertible {
    /// The rule's stable name, in words: `actor-one-identifier`.
    public let id: String
    /// The requirement's number in ADL's conformance requirements, where there is one: `XAPI-00039`.
    public let requirement: String?
    /// The chapter of xAPI-Data (1.0.3) it comes from; `2.0` marks what only xAPI 2.0 demands.
    public let section: String
    /// What the rule demands, in one line.
    public let text: String

    /// The rule's stable name.
    public var description: String { id }

    init(_ id: String, _ requirement: String?, _ section: String, _ text: String) {
        self.id = id
        self.requirement = requirement
        self.section = section
        self.text = text
    }
}
